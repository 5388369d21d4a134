// Property modifiers of the old Word format: lists of (code, operand), and the pages that say which run of the file has which list.

export interface Sprm {
  readonly code: number;
  /** The operand; of a variable one its content without the length. */
  readonly operand: DataView;
}

export const SPRM = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  outlineLevel: 0x2640,
  listLevel: 0x260a,
  list: 0x460b,
  tableDefinition: 0xd608,
  verticalMerge: 0xd62b,
  hugeProperties: 0x6646,
  hugePropertiesOld: 0x6645,
  tableProperties: 0x646b,
  deleted: 0x0800,
  bold: 0x0835,
  struck: 0x0837,
  struckTwice: 0x2a53,
  raised: 0x2a48,
  position: 0x4845,
  size: 0x4a43,
  hidden: 0x083c,
} as const;

const TABS = 0xc615;
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** The modifiers of a list; ends quietly where the list breaks off. */
export function readSprms(list: Uint8Array): Sprm[] {
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
  const found: Sprm[] = [];
  let at = 0;
  while (at + 3 <= list.length) {
    const code = view.getUint16(at, true);
    at += 2;
    let size: number = SIZES[(code >> 13) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7]; // three bits: 0 to 7
    if (size === 0) {
      if (code === SPRM.tableDefinition) {
        if (at + 2 > list.length) break;
        size = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        size = view.getUint8(at);
        at += 1;
        if (code === TABS && size === 255) break; // the rare long form: nothing after it matters here
      }
    }
    if (size < 0 || at + size > list.length) break;
    found.push({ code, operand: new DataView(list.buffer, list.byteOffset + at, size) });
    at += size;
  }
  return found;
}

export interface PropertyRun {
  /** Positions in the file, end excluded. */
  readonly from: number;
  readonly to: number;
  /** Number of the style; paragraphs only. */
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

const PAGE = 512;

/**
 * The runs of one kind, sorted by position.
 * @param bins the list of pages, from the table stream.
 */
export function readRuns(main: Uint8Array, bins: Uint8Array, kind: 'paragraph' | 'character'): PropertyRun[] {
  const list = new DataView(bins.buffer, bins.byteOffset, bins.byteLength);
  const count = Math.floor((bins.length - 4) / 8);
  const runs: PropertyRun[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index++) {
    const page = list.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff;
    if (seen.has(page) || (page + 1) * PAGE > main.length) continue;
    seen.add(page);
    runs.push(...pageRuns(main.subarray(page * PAGE, (page + 1) * PAGE), kind));
  }
  return runs.sort((a, b) => a.from - b.from);
}

function pageRuns(page: Uint8Array, kind: 'paragraph' | 'character'): PropertyRun[] {
  const view = new DataView(page.buffer, page.byteOffset, PAGE);
  const count = view.getUint8(PAGE - 1);
  const step = kind === 'paragraph' ? 13 : 1;
  const runs: PropertyRun[] = [];
  for (let index = 0; index < count; index++) {
    const pointer = (count + 1) * 4 + index * step;
    if (pointer >= PAGE) break;
    const from = view.getUint32(index * 4, true);
    const to = view.getUint32(index * 4 + 4, true);
    const offset = view.getUint8(pointer) * 2;
    if (offset === 0 || to <= from) {
      if (kind === 'paragraph' && to > from) runs.push({ from, to, style: 0, sprms: [] });
      continue;
    }
    runs.push({ from, to, ...(kind === 'paragraph' ? paragraphList(page, offset) : characterList(page, offset)) });
  }
  return runs;
}

function paragraphList(page: Uint8Array, offset: number): { style: number; sprms: readonly Sprm[] } {
  const words = page[offset] ?? 0;
  const start = words === 0 ? offset + 2 : offset + 1;
  const length = words === 0 ? (page[offset + 1] ?? 0) * 2 : words * 2 - 1;
  const list = page.subarray(start, Math.min(start + length, PAGE - 1));
  return { style: (list[0] ?? 0) + (list[1] ?? 0) * 256, sprms: readSprms(list.subarray(2)) };
}

const characterList = (page: Uint8Array, offset: number): { style: number; sprms: readonly Sprm[] } => ({
  style: 0,
  sprms: readSprms(page.subarray(offset + 1, Math.min(offset + 1 + (page[offset] ?? 0), PAGE - 1))),
});

/** The run that holds a position. */
export function runAt(runs: readonly PropertyRun[], position: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return undefined;
    if (position < run.from) high = middle - 1;
    else if (position >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}
