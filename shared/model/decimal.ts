// Exact decimals: figures are strings such as "-12.5", computed as whole millionths, never as floating point.

const SCALE = 1_000_000n;
const CANONICAL = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** Millionths of a canonical decimal string (at most six decimals). Throws on anything else: callers hold canonical values. */
export function toMillionths(text: string): bigint {
  const match = CANONICAL.exec(text);
  if (!match) throw new Error(`not a canonical decimal: ${JSON.stringify(text)}`);
  const [, sign, whole = '', fraction = ''] = match;
  const value = BigInt(whole) * SCALE + BigInt(fraction.padEnd(6, '0'));
  return sign ? -value : value;
}

/** The shortest decimal string of a number of millionths: `1500000n` gives "1.5". */
export function fromMillionths(value: bigint): string {
  const negative = value < 0n;
  const digits = negative ? -value : value;
  const fraction = (digits % SCALE).toString().padStart(6, '0').replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits / SCALE}${fraction && `.${fraction}`}`;
}

/** Whether a text is a decimal as the program keeps it: digits, a minus before them or not, up to six decimals. */
export const isDecimal = (text: string): boolean => CANONICAL.test(text);

/** The exact sum of canonical decimals; "0" of none. Throws on a text that is none: a bug of the caller. */
export const addDecimals = (values: readonly string[]): string =>
  fromMillionths(values.reduce((sum, value) => sum + toMillionths(value), 0n));

/** The exact difference of two canonical decimals. */
export const subtractDecimals = (left: string, right: string): string =>
  fromMillionths(toMillionths(left) - toMillionths(right));

/** Negative, zero or positive, as a comparison function gives. */
export const compareDecimals = (left: string, right: string): number => {
  const difference = toMillionths(left) - toMillionths(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Whether two canonical decimals are the same number. */
export const equalDecimals = (left: string, right: string): boolean => toMillionths(left) === toMillionths(right);
