// A medium whose power is cut: what was synced stays; of the rest nothing, a beginning, or a random half of the 512-byte sectors.

export interface Operation {
  readonly kind: 'O' | 'W' | 'T' | 'U' | 'S';
  readonly file: string;
  readonly offset: number;
  readonly data: Buffer;
}

/** The operations that store-power.c recorded. */
export function readRecord(log: Buffer): readonly Operation[] {
  const operations: Operation[] = [];
  for (let at = 0; at < log.length; ) {
    const kind = String.fromCharCode(log.readUInt8(at)) as Operation['kind']; // the shim writes no other
    const pathLength = log.readUInt32LE(at + 1);
    const offset = Number(log.readBigUInt64LE(at + 5));
    const size = kind === 'W' ? log.readUInt32LE(at + 13) : 0;
    const path = at + 17;
    const end = path + pathLength + size;
    operations.push({
      kind,
      file: log.toString('utf8', path, path + pathLength),
      offset,
      data: log.subarray(path + pathLength, end),
    });
    at = end;
  }
  return operations;
}

interface MediumFile {
  /** What is safe. */
  bytes: Buffer;
  exists: boolean;
  /** What the program sees to exist. */
  live: boolean;
  pending: Operation[];
}

export class Medium {
  readonly #random: () => number;
  readonly #files = new Map<string, MediumFile>();
  /** Creations and deletions that the folder does not yet hold, in their order. */
  #names: Operation[] = [];

  constructor(files: ReadonlyMap<string, Buffer>, random: () => number) {
    this.#random = random;
    for (const [path, bytes] of files) this.#files.set(path, { bytes, exists: true, live: true, pending: [] });
  }

  take(operation: Operation): void {
    const file = this.#files.get(operation.file);
    switch (operation.kind) {
      case 'O':
        if (!file?.live) {
          const exists = file?.exists ?? false;
          this.#files.set(operation.file, { bytes: Buffer.alloc(0), exists, live: true, pending: [] });
        }
        this.#names.push(operation);
        break;
      case 'U':
        if (file) file.live = false;
        this.#names.push(operation);
        break;
      case 'W':
      case 'T':
        file?.pending.push(operation);
        break;
      case 'S':
        if (file) {
          file.bytes = file.pending.reduce(apply, file.bytes);
          file.pending = [];
        } else {
          for (const name of this.#names) {
            const named = this.#files.get(name.file);
            if (named) named.exists = name.kind === 'O';
          }
          this.#names = [];
        }
        break;
    }
  }

  /** The files that are there when the power comes back. */
  cut(): ReadonlyMap<string, Buffer> {
    const exists = new Map([...this.#files].map(([path, file]) => [path, file.exists]));
    for (const name of this.#beginning(this.#names)) exists.set(name.file, name.kind === 'O');
    const found = new Map<string, Buffer>();
    for (const [path, file] of this.#files) {
      if (exists.get(path)) found.set(path, this.#kept(file.pending).reduce(apply, file.bytes));
    }
    return found;
  }

  #kept(pending: readonly Operation[]): readonly Operation[] {
    const style = this.#random();
    if (style < 0.25) return [];
    if (style < 0.5) return this.#beginning(pending);
    return style < 0.9 ? pending.flatMap(sectors).filter(() => this.#random() < 0.5) : pending;
  }

  #beginning<T>(list: readonly T[]): readonly T[] {
    return list.slice(0, Math.floor(this.#random() * (list.length + 1)));
  }
}

function apply(bytes: Buffer, operation: Operation): Buffer {
  const { kind, offset, data } = operation;
  if (kind === 'T' && offset <= bytes.length) return bytes.subarray(0, offset);
  const changed = Buffer.alloc(kind === 'T' ? offset : Math.max(offset + data.length, bytes.length));
  bytes.copy(changed);
  if (kind === 'W') data.copy(changed, offset);
  return changed;
}

function sectors(operation: Operation): readonly Operation[] {
  if (operation.kind !== 'W') return [operation];
  const { file, offset, data } = operation;
  const parts: Operation[] = [];
  for (let at = 0; at < data.length; ) {
    const end = Math.min(data.length, at + 512 - ((offset + at) % 512));
    parts.push({ kind: 'W', file, offset: offset + at, data: data.subarray(at, end) });
    at = end;
  }
  return parts;
}
