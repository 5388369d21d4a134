// Damage done to a good file, drawn by fast-check: a list of small operations that can be told, drawn again and applied to any bytes.
import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Places and lengths are shares of the file, so that one list fits files of any size. */
export interface Damage {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly other: number;
  readonly length: number;
  readonly bytes: readonly number[];
}

const KINDS = ['write', 'delete', 'double', 'swap', 'fill', 'cut', 'tags'] as const;

/** Bytes that readers trip over: ends of ranges, signs, zero, line ends, marks of XML and of fields. */
const NASTY: readonly (readonly number[])[] = [
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0, 0, 0, 0x80],
  [0, 0, 0, 0],
  [1, 0, 0, 0],
  [0xfe, 0xff],
  [10, 10, 9],
  [...Buffer.from('<w:tbl>')],
  [...Buffer.from('</td><td colspan="999999">')],
  [...Buffer.from('999999999999')],
  [...Buffer.from('一、总体情况\n')],
];

const share = fc.double({ min: 0, max: 1, noNaN: true });

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    at: share,
    other: share,
    length: fc.oneof({ weight: 3, arbitrary: fc.double({ min: 0, max: 0.002, noNaN: true }) }, share),
    bytes: fc.oneof(fc.constantFrom(...NASTY), fc.array(fc.nat(255), { minLength: 1, maxLength: 8 })),
  }),
  { minLength: 1, maxLength: 6 },
);

function applied(bytes: Uint8Array, { kind, at, other, length, bytes: written }: Damage): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const to = Math.min(bytes.length, from + 1 + Math.floor(length * bytes.length));
  const before = bytes.subarray(0, from);
  const piece = bytes.subarray(from, to);
  const behind = bytes.subarray(to);
  switch (kind) {
    case 'write':
      return Buffer.concat([before, Uint8Array.from(written), bytes.subarray(from + written.length)]);
    case 'delete':
      return Buffer.concat([before, behind]);
    case 'double':
      return Buffer.concat([before, piece, piece, behind]);
    case 'swap': {
      const rest = Buffer.concat([before, behind]);
      const place = Math.floor(other * rest.length);
      return Buffer.concat([rest.subarray(0, place), piece, rest.subarray(place)]);
    }
    case 'fill':
      return Buffer.concat([before, Buffer.alloc(piece.length, Uint8Array.from(written)), behind]);
    case 'cut':
      return other < 0.3 ? before : Buffer.concat([before, Uint8Array.from(written), behind]);
    case 'tags':
      return withoutTag(bytes, from);
  }
}

/** The next tag taken out: text between tags stays whole, so that the damage gets past the first look. */
function withoutTag(bytes: Uint8Array, from: number): Uint8Array {
  const start = bytes.indexOf(0x3c, from);
  const end = start < 0 ? -1 : bytes.indexOf(0x3e, start);
  return end < 0 ? bytes : Buffer.concat([bytes.subarray(0, start), bytes.subarray(end + 1)]);
}

/** The whole file damaged or, for a zip in half of all cases, one of its parts, packed anew. */
export function damaged(bytes: Uint8Array, list: readonly Damage[]): Uint8Array {
  const [first] = list;
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip || !first || first.other < 0.5) return list.reduce(applied, bytes);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) =>
    /(?:document|styles|numbering|sheet\d+|sharedStrings|workbook)\.xml/.test(name),
  );
  const name = names[Math.floor(first.at * (names.length - 0.001))] ?? '';
  const part = list.reduce(applied, parts[name] ?? strToU8(''));
  return zipSync({ ...parts, [name]: strToU8(strFromU8(part)) }, { level: 0 });
}
