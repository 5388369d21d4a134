// The editions are the statutory form, cell by cell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EDITIONS, editionFor, editionIds, figures } from '../../shared/editions/index.ts';
import { computedCells } from '../../shared/editions/totals.ts';

interface PrintedCell {
  readonly text?: string;
  readonly cell?: string;
  readonly type?: string;
  readonly colspan?: number;
  readonly rowspan?: number;
}

const printed = (id: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../fixtures/form/edition-${id}.json`), 'utf8')) as {
    readonly tables: Readonly<Record<string, { readonly rows: readonly (readonly PrintedCell[])[] }>>; // our own fixture
    readonly chapters: readonly { readonly no: string; readonly title: string; readonly kind: string }[];
  };

test.each(editionIds)('the form of %s has the printed rows, labels, spans, ids and types', (id) => {
  for (const table of EDITIONS[id].tables) {
    const rows = table.rows.map((row) =>
      row.map((cell) =>
        cell.kind === 'label'
          ? { text: cell.text, colspan: cell.colspan, rowspan: cell.rowspan }
          : { cell: cell.id, type: cell.type, colspan: cell.colspan, rowspan: 1 },
      ),
    );
    const expected = printed(id).tables[table.id]?.rows.map((row) =>
      row.map((cell) => ({ colspan: 1, rowspan: 1, ...cell })),
    );
    expect(rows).toEqual(expected);
  }
  const { chapters } = EDITIONS[id];
  expect(chapters.map(({ number, title, kind }) => ({ no: number, title, kind }))).toEqual(
    printed(id).chapters.map(({ no, title, kind }) => ({ no, title, kind })),
  );
});

test('198 cells in the form of 2019, 200 in the form of 2021, every id once', () => {
  expect(editionIds.map((id) => figures(EDITIONS[id]).size)).toEqual([198, 200]);
});

test('every row covers the whole width of its table, and the widths add up', () => {
  for (const { tables } of Object.values(EDITIONS)) {
    for (const { rows, gridColumns, columnWidths } of tables) {
      const filled = rows.map(() => 0);
      rows.forEach((row, index) => {
        for (const { colspan, rowspan } of row)
          for (let r = index; r < index + rowspan; r++) filled[r] = (filled[r] ?? 0) + colspan;
      });
      expect(new Set(filled)).toEqual(new Set([gridColumns]));
      expect(columnWidths.length).toBe(gridColumns);
      expect(columnWidths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1, 6);
    }
  }
});

test('every 总计 is computed, by one equation only, from cells of the form', () => {
  for (const edition of Object.values(EDITIONS)) {
    const known = figures(edition);
    const totals = [...known.keys()].filter((id) => /\.total$|\.result_total\./.test(id));
    expect([...computedCells(edition)].toSorted()).toEqual(totals.toSorted());
    for (const { left, right } of edition.equations)
      for (const id of [...left, ...right]) expect(known.has(id)).toBe(true);
  }
});

test('the year chooses the edition', () => {
  expect([2018, 2019, 2020, 2021, 2025].map((year) => editionFor(year).id)).toEqual([
    '2019',
    '2019',
    '2019',
    '2021',
    '2021',
  ]);
});
