// Writes Chinese numerals, for the round trip: the tests' own writer, apart from the reader under test.

const DIGITS = '零一二三四五六七八九';

/** A whole number below 10^12 in Chinese numerals: 1029 is 一千零二十九, 12 is 十二. */
export function writeChineseNumeral(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  const sections = [
    { size: 100_000_000, name: '亿' },
    { size: 10_000, name: '万' },
    { size: 1, name: '' },
  ];
  let text = '';
  let rest = value;
  for (const { size, name } of sections) {
    const part = Math.floor(rest / size);
    rest %= size;
    if (part === 0) continue;
    if (text !== '' && part < 1000) text += '零';
    text += writeSection(part, text === '') + name;
  }
  return text;
}

function writeSection(value: number, leading: boolean): string {
  let text = '';
  let gap = false;
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += size === 10 && digit === 1 && text === '' && leading ? name : `${DIGITS[digit]}${name}`;
  }
  return text;
}
