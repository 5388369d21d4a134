// The container of the old Office formats (compound file, OLE2): the streams at its root, read without trusting a single number in it.

export interface CompoundFile {
  /** Names of the streams and storages at the root. */
  readonly names: readonly string[];
  /** The bytes of a root stream, all of them; null where there is none, or it is broken or cut off. */
  readonly stream: (name: string) => Uint8Array | null;
}

const FREE = 0xfffffffa; // sector numbers from here up are marks, not sectors
const ENTRY = 128;

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((value, index) => bytes[index] === value);

/** Opens a compound file; null where its directory is not whole (it often stands at the end of the file). Every chain is bounded, so that no file can make it run on. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes) || bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  const miniShift = view.getUint16(0x20, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) return null;
  const sectorSize = 1 << shift;
  const sectorCount = Math.ceil(bytes.length / sectorSize);
  const sector = (number: number): Uint8Array | null => {
    const start = (number + 1) * sectorSize;
    return number < FREE && start < bytes.length ? bytes.subarray(start, start + sectorSize) : null;
  };
  const fat = readFat(view, sector, sectorSize, sectorCount);
  if (!fat) return null;

  const chain = (first: number, table: readonly number[], limit: number): number[] | null => {
    const numbers: number[] = [];
    for (let number = first; number < FREE; ) {
      const next = table[number];
      if (next === undefined || numbers.length > limit) return null;
      numbers.push(number);
      number = next;
    }
    return numbers;
  };
  /** The sectors of a chain one behind the other; null where the file ends before `size` bytes of them. */
  const readChain = (first: number, size = 0): Uint8Array | null => {
    const numbers = chain(first, fat, sectorCount);
    if (!numbers || numbers.length * sectorSize < size) return null;
    const joined = new Uint8Array(numbers.length * sectorSize);
    for (const [index, number] of numbers.entries()) {
      const part = sector(number);
      if (!part || index * sectorSize + part.length < Math.min(size, (index + 1) * sectorSize)) return null;
      joined.set(part, index * sectorSize);
    }
    return joined;
  };

  const directory = readChain(view.getUint32(0x30, true));
  if (!directory || directory.length < ENTRY) return null;
  const entries = rootEntries(directory);
  const root = entryAt(directory, 0);
  const miniCutoff = view.getUint32(0x38, true);
  let mini: { readonly table: readonly number[]; readonly bytes: Uint8Array } | null = null;

  const stream = (name: string): Uint8Array | null => {
    const entry = entries.get(name.toLowerCase());
    if (entry?.kind !== 2 || entry.size > bytes.length) return null;
    if (entry.size >= miniCutoff) return readChain(entry.start, entry.size)?.subarray(0, entry.size) ?? null;
    mini ??= {
      table: toNumbers(readChain(view.getUint32(0x3c, true))),
      bytes: readChain(root.start) ?? new Uint8Array(),
    };
    const numbers = chain(entry.start, mini.table, mini.table.length);
    if (!numbers || numbers.length * 64 < entry.size) return null;
    const joined = new Uint8Array(numbers.length * 64);
    const source = mini.bytes;
    for (const [index, number] of numbers.entries()) {
      const part = source.subarray(number * 64, number * 64 + 64);
      if (part.length === 0) return null;
      joined.set(part, index * 64);
    }
    return joined.subarray(0, entry.size);
  };
  return { names: [...entries.values()].map((entry) => entry.name), stream };
}

interface Entry {
  readonly name: string;
  /** 1 storage, 2 stream, 5 root. */
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function entryAt(directory: Uint8Array, index: number): Entry {
  const view = new DataView(directory.buffer, directory.byteOffset + index * ENTRY, ENTRY);
  let name = '';
  const length = Math.min(view.getUint16(0x40, true), 64) / 2 - 1;
  for (let at = 0; at < length; at++) name += String.fromCharCode(view.getUint16(at * 2, true));
  return {
    name,
    kind: view.getUint8(0x42),
    left: view.getUint32(0x44, true),
    right: view.getUint32(0x48, true),
    child: view.getUint32(0x4c, true),
    start: view.getUint32(0x74, true),
    size: view.getUint32(0x78, true),
  };
}

/** The entries directly under the root; an embedded document deeper down must not be taken for the document itself. */
function rootEntries(directory: Uint8Array): Map<string, Entry> {
  const count = Math.floor(directory.length / ENTRY);
  const seen = new Set<number>();
  const found = new Map<string, Entry>();
  const waiting = [entryAt(directory, 0).child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index >= count || seen.has(index)) continue;
    seen.add(index);
    const entry = entryAt(directory, index);
    found.set(entry.name.toLowerCase(), entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}

/** The next sector of every sector; null where a part of this table lies outside the file. */
function readFat(
  view: DataView,
  sector: (number: number) => Uint8Array | null,
  sectorSize: number,
  sectorCount: number,
): number[] | null {
  const fatSectors: number[] = [];
  for (let index = 0; index < 109; index++) fatSectors.push(view.getUint32(0x4c + index * 4, true));
  let next = view.getUint32(0x44, true);
  for (let guard = 0; next < FREE && guard < sectorCount; guard++) {
    const numbers = toNumbers(sector(next));
    fatSectors.push(...numbers.slice(0, sectorSize / 4 - 1));
    next = numbers[sectorSize / 4 - 1] ?? FREE;
  }
  const fat: number[] = [];
  for (const number of fatSectors) {
    if (number >= FREE || fat.length >= sectorCount + sectorSize) continue;
    const part = sector(number);
    if (!part) return null;
    for (const value of toNumbers(part)) fat.push(value);
  }
  return fat;
}

function toNumbers(bytes: Uint8Array | null): number[] {
  if (!bytes) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}
