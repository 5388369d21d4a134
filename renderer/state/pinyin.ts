// The first letter of a character's pinyin, by the Chinese order of the system's own collation: no table of characters is needed.

/** The first character of each letter in pinyin order; i, u and v begin no syllable. */
const FIRST: readonly (readonly [string, string])[] = [
  ['阿', 'a'],
  ['八', 'b'],
  ['嚓', 'c'],
  ['咑', 'd'],
  ['妸', 'e'],
  ['发', 'f'],
  ['旮', 'g'],
  ['哈', 'h'],
  ['丌', 'j'],
  ['咔', 'k'],
  ['垃', 'l'],
  ['妈', 'm'],
  ['拏', 'n'],
  ['噢', 'o'],
  ['妑', 'p'],
  ['七', 'q'],
  ['呥', 'r'],
  ['仨', 's'],
  ['他', 't'],
  ['屲', 'w'],
  ['夕', 'x'],
  ['丫', 'y'],
  ['帀', 'z'],
];

let collator: Intl.Collator | null = null;
const known = new Map<string, string>();

function initialOf(character: string): string {
  if (!/[\u4e00-\u9fff]/.test(character)) return character;
  collator ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  const order = collator;
  return FIRST.findLast(([first]) => order.compare(first, character) <= 0)?.[1] ?? character;
}

/** The text with each Chinese character replaced by its initial: “打印预览” -> “dyyl”. */
export function pinyinInitials(text: string): string {
  const ready = known.get(text);
  if (ready !== undefined) return ready;
  const initials = Array.from(text, initialOf).join('');
  known.set(text, initials);
  return initials;
}
