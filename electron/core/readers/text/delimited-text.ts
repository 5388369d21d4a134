// Other ways to keep cells apart in text (drawn borders, commas, paragraphs around tabs) -> a row a line, a tab between the cells.
import { withoutDrawnBorders } from './drawn-cells.ts';
import { withoutParagraphsInCells } from './paragraph-cells.ts';

/** The text with tabs between its cells, or unchanged where none of these forms is found. */
export function withTabs(text: string): string {
  const lines = withoutParagraphsInCells(text).split('\n');
  return (withoutDrawnBorders(lines) ?? withoutCommas(lines) ?? lines).join('\n');
}

/** A cell that holds a figure or nothing; prose with such commas has words between all of them, and ends as sentences do. */
const ROW_CELL = /(?:^|,)[\s"]*[-+]?[\d.]*[\s"]*(?=,|$)/;

/** “规章,0,0,0” as spreadsheets save it. Null where the lines are not such rows. */
function withoutCommas(lines: readonly string[]): string[] | null {
  const isRow = (line: string): boolean =>
    /^(?:[^,]{0,60},){2,20}[^,]{0,60}$/.test(line.replace(/"[^"]*"/g, '""')) &&
    ROW_CELL.test(line) &&
    !/[。;；]$/.test(line);
  const written = lines.filter((line) => line.trim() !== '');
  if (lines.some((line) => line.includes('\t')) || written.filter(isRow).length < Math.max(8, written.length / 3))
    return null;
  const rows: string[] = [];
  let row = '';
  let quoted = false;
  for (const char of lines.join('\n')) {
    if (char === '"') quoted = !quoted;
    else if (char === '\n' && !quoted) {
      rows.push(row);
      row = '';
    } else if (char === ',' && !quoted) row += '\t';
    else if (char !== '\n') row += char;
  }
  // every line of such a file has as many commas as its widest row
  return [...rows, row].map((line) => (/^[^\t]*\t+$/.test(line) && !line.startsWith('\t') ? line.trimEnd() : line));
}
