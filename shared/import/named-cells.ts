// Figures that the file itself names by cell id: our own workbook and web page. They need no matching.
import type { FormModel } from './form-model.ts';
import type { RawDocument } from './raw-document.ts';
import { type RowReading, rowText } from './row-reading.ts';

export function namedFigures(model: FormModel, raw: RawDocument): { readonly readings: readonly RowReading[] } {
  const named = new Map(raw.namedCells?.map(({ id, cell }) => [id, cell]));
  if (named.size === 0) return { readings: [] };
  const readings = model.rows.flatMap((row): RowReading[] => {
    const cells = row.figures.map(({ id }) => named.get(id) ?? null);
    if (cells.every((cell) => cell === null)) return [];
    const text = rowText(cells.filter((cell) => cell !== null));
    const lost = cells.some((cell) => cell === null);
    const doubts = lost ? [{ code: 'cells-lost', message: '文件中缺少这一行的部分单元格，请核对' } as const] : [];
    return [{ row, cells, block: -1, at: 0, text, score: 1, doubts }];
  });
  return { readings };
}
