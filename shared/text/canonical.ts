// Prose in one spelling for reading, character for character: offsets in the canonical text are offsets in the text itself.

const SAME: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '〔': '(',
  '〕': ')',
  '［': '(',
  '］': ')',
  '[': '(',
  ']': ')',
  '【': '(',
  '】': ')',
  '；': ';',
  '：': ':',
  '％': '%',
  '．': '.',
  '＋': '+',
  '！': '!',
  '？': '?',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
};

/**
 * Half-width digits, brackets, colons and percent signs; a comma is “,” between the groups of a figure and “，” everywhere else.
 */
export function canonical(text: string): string {
  const half = text.replace(/[０-９（）〔〕［］[\]【】；：％．＋！？\u3000\u00a0\t]/g, (character) =>
    character >= '０' && character <= '９'
      ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
      : (SAME[character] ?? character),
  );
  const separators = /[０-９]，[０-９]{3}(?![０-９])/.test(text)
    ? /(?<=\d)[,，](?=\d{3}(?!\d))/g
    : /(?<=\d),(?=\d{3}(?!\d))/g;
  const kept = half.replace(separators, '\u0001');
  // biome-ignore lint: the mark stands for a separator only between these two lines
  return kept.replace(/,/g, '，').replace(/\u0001/g, ',');
}
