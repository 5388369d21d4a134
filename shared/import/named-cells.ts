// Figures that the file itself names by cell id: our own workbook, web page and PDF. They need no matching, but what the file shows
// must say the same.
import { readFigure } from '../model/number-cell.ts';
import type { FormModel } from './form-model.ts';
import type { RawDocument } from './raw-document.ts';
import { type RowDoubt, type RowReading, rowText } from './tables/row-reading.ts';

/** @param shown the rows as they were recognised in the tables that the file shows. */
export function namedFigures(model: FormModel, raw: RawDocument, shown: readonly RowReading[]): readonly RowReading[] {
  const named = new Map(raw.namedCells?.map(({ id, cell }) => [id, cell]));
  if (named.size === 0) return [];
  const shownRows = new Map(shown.map((reading) => [reading.row.id, reading]));
  return model.rows.flatMap((row): RowReading[] => {
    const cells = row.figures.map(({ id }) => named.get(id) ?? null);
    if (cells.every((cell) => cell === null)) return [];
    const text = rowText(cells.filter((cell) => cell !== null));
    const beside = shownRows.get(row.id);
    const doubts: RowDoubt[] = cells.some((cell) => cell === null)
      ? [{ code: 'cells-lost', message: '文件中缺少这一行的部分单元格，请核对' }]
      : [];
    const reading = { row, cells, block: beside?.block ?? -1, at: beside?.at ?? 0, text, score: 1, doubts };
    if (beside) doubts.push(...differences(reading, beside));
    return [reading];
  });
}

/** The file was changed on its face, or in what it carries with it: nobody but the person knows which is meant. */
function differences(named: RowReading, shown: RowReading): readonly RowDoubt[] {
  const pairs = named.row.figures.flatMap(({ type }, index) => {
    const [carried, printed] = [named.cells[index]?.text ?? '', shown.cells[index]?.text ?? ''];
    const [own, other] = [readFigure(carried, type).value, readFigure(printed, type).value];
    return other !== null && own !== other ? [`“${printed}”与“${carried}”`] : [];
  });
  if (pairs.length === 0) return [];
  const message = `文件上显示的数与文件自带的数据不同（${pairs.join('、')}），已按自带的数据读入，请核对`;
  return [{ code: 'value-odd', message }];
}
