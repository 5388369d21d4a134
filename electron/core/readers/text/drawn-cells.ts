// Tables whose cells are kept apart by bars, as programs write that turn pages into text -> a tab between cells, or a cell a line.

const BAR = /[|｜│┃]/g;
const FRAME = /^[\s|｜:：\-—─━┄┅═+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$/;
const RULE = /[-—─━┄┅═]{2}/;

const bars = (line: string): number => line.match(BAR)?.length ?? 0;

/** “| 规章 | 0 |”, “│规章│0│”, “规章 | 0 |” or “规章 | 0”; null where nothing is drawn. */
export function withoutDrawnBorders(lines: readonly string[]): string[] | null {
  const own = barLines(lines) ?? cellLines(lines);
  if (own) return own;
  const rows = lines.filter((line) => bars(line) >= 2 && !RULE.test(line));
  if (rows.length < 6) return null;
  // a row without blank cells shows whether bars stand at its ends
  const full = rows.filter((line) => !/[|｜│┃]\s*[|｜│┃]/.test(line) && /[^\s|｜│┃]/.test(line));
  const led = share(full, /^\s*[|｜│┃]/) > 0.5;
  const ended = share(full, /[|｜│┃]\s*$/) > 0.5;
  return lines
    .filter((line) => !(FRAME.test(line) && RULE.test(line)))
    .map((line) => (isRow(line) ? tabbed(line, led, ended) : line));
}

const share = (lines: readonly string[], pattern: RegExp): number =>
  lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length);

/** Prose has no bars but between words of a page, as in “首页 | 正文”. */
const isRow = (line: string): boolean => bars(line) >= 1 && !/。/.test(line);

function tabbed(line: string, led: boolean, ended: boolean): string {
  // bars without a space between them fill up a row that has merged cells: “行政许可 | 0 | ||”
  const own = line.replace(/(?<=\|\s)\|{2,}\s*$/, '');
  const inner = own.replace(led ? /^\s*[|｜│┃]/ : '', '').replace(ended ? /[|｜│┃]\s*$/ : '', '');
  return inner
    .split(BAR)
    .map((cell) => cell.trim())
    .join('\t');
}

/** A cell a line with its bar behind it, blank cells as bars alone: “规章 |”, “0 |”, “|||”. */
function cellLines(lines: readonly string[]): string[] | null {
  const single = lines.filter(isOneBarAtTheEnd).length;
  const others = lines.filter((line) => /[^|\s]/.test(behindBar(line))).length;
  if (single < 40 || others > single / 10) return null;
  return lines.flatMap((line) => {
    if (/^\|+\s*$/.test(line)) return blanks(bars(line));
    const cell = line.trimEnd();
    if (!cell.endsWith('|')) return [line];
    // “0 | ||”: behind the bar of the cell those of the columns that it is merged with
    const [text = '', ...ends] = cell.split('|');
    return [text.trimEnd(), ...blanks(ends.length - 1)];
  });
}

const blanks = (count: number): string[] => Array.from({ length: count }, () => '');

/** A cell a line with its bar on the next, a blank cell as a bar alone. */
function barLines(lines: readonly string[]): string[] | null {
  const isBar = (line: string | undefined): boolean => line?.trim() === '|';
  const alone = lines.filter((line) => isBar(line)).length;
  if (alone < 40 || lines.some((line) => !isBar(line) && bars(line) > 0 && !/。/.test(line) && line.length < 60))
    return null;
  const [first, last] = [lines.findIndex(isBar), lines.findLastIndex(isBar)];
  let behindText = true;
  return lines.flatMap((line, at) => {
    if (at < first || at > last) return [line];
    if (!isBar(line)) {
      behindText ||= line.trim() !== '';
      return line.trim() === '' ? [] : [line];
    }
    const cell = behindText ? [] : [''];
    behindText = false;
    return cell;
  });
}

/** What stands behind the first bar of a line. */
const behindBar = (line: string): string => (line.includes('|') ? line.slice(line.indexOf('|') + 1) : '');

/** “规章 |”. By places, not by a pattern: on a long line without bars a pattern would begin anew at every character. */
function isOneBarAtTheEnd(line: string): boolean {
  const bar = line.indexOf('|');
  return bar > 0 && line.slice(0, bar).trim() !== '' && line.slice(bar + 1).trim() === '';
}
