// Where the title breaks: after the organ's name, as official documents do, never inside a word.

/** 2号小标宋 on the type area: 156 mm / 22 pt. */
const CHARACTERS_A_LINE = 20;
/** What a digit of the heavy face is wider than half a character. */
const HEAVY_DIGIT = 0.12;

/** Width in full-width characters; ASCII counts a half. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0);

const standsOnALine = (title: string): boolean =>
  widthOf(title) + (title.match(/\d/g)?.length ?? 0) * HEAVY_DIGIT <= CHARACTERS_A_LINE;

/** Space under a title, at least two thirds of a line of text, so that the text below stands on the lines of the page. */
export function spaceBelowTitle(lines: number, titleLine: number, line: number): number {
  const title = lines * titleLine;
  return Math.round((Math.ceil((title + line * 0.66) / line) * line - title) * 10) / 10;
}

/** The title in lines that fit: whole, or broken after the organ, or an over-long organ broken after a place name too. */
export function titleLines(title: string, organ: string): readonly string[] {
  if (standsOnALine(title)) return [title];
  const head = organ !== '' && title.startsWith(organ) ? organ : (/^.+?(?=\d{4}\s*年)/.exec(title)?.[0] ?? '');
  if (head === '' || head === title) return halves(title);
  return [...halves(head), ...halves(title.slice(head.length).trim())];
}

/** Ends of place and body names, after which a long organ's name may break, though not before a bracket. */
const BREAKS = /[省区市州县盟旗镇乡会局委厅室院部处府办]/;
/** A line of fewer characters looks lost. */
const SHORTEST = 4;

function halves(text: string): string[] {
  if (standsOnALine(text)) return [text];
  const characters = Array.from(text);
  const middle = characters.length / 2;
  const places = characters.flatMap((character, index) =>
    BREAKS.test(character) && mayBreakAt(characters, index + 1) ? [index + 1] : [],
  );
  const at = places.sort((left, right) => Math.abs(left - middle) - Math.abs(right - middle))[0] ?? Math.ceil(middle);
  return [...halves(characters.slice(0, at).join('')), ...halves(characters.slice(at).join(''))];
}

const mayBreakAt = (characters: readonly string[], at: number): boolean =>
  at >= SHORTEST && characters.length - at >= SHORTEST && characters[at] !== '（';
