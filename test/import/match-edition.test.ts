// The edition of a file's tables is told by its labels alone, among any number of editions.
import { expect, test } from 'vitest';
import { edition2019 } from '../../shared/editions/edition-2019.ts';
import { edition2021 } from '../../shared/editions/edition-2021.ts';
import type { FormCell, FormEdition } from '../../shared/editions/types.ts';
import { matchEdition } from '../../shared/import/match-edition.ts';
import type { RawBlock } from '../../shared/import/raw-document.ts';

const withLabels = (edition: FormEdition, change: (cell: FormCell) => FormCell[]): FormEdition['tables'] =>
  edition.tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.flatMap(change)) }));

/** The form of 2021 with one row of another name. */
const renamed: FormEdition = {
  ...edition2021,
  firstYear: 2027,
  tables: withLabels(edition2021, (cell) => [
    cell.kind === 'label' && cell.text === '行政事业性收费' ? { ...cell, text: '行政事业性收费项目' } : cell,
  ]),
};

/** All labels of the form of 2021, and one more. */
const longer: FormEdition = {
  ...edition2021,
  firstYear: 2027,
  tables: withLabels(edition2021, (cell) =>
    cell.kind === 'label' && cell.text === '2.重复申请' ? [cell, { ...cell, text: '3.合并处理的申请' }] : [cell],
  ),
};

const tablesOf = (edition: FormEdition): RawBlock[] =>
  edition.tables.map(({ rows, name }) => ({
    kind: 'table',
    place: name,
    cells: 'exact',
    rows: rows.map((row) =>
      row.map((cell) => ({ text: cell.kind === 'label' ? cell.text : '0', place: '', colspan: 1, rowspan: 1 })),
    ),
  }));

test.each([edition2019, edition2021, renamed])(
  'beside a form that renames one row, a file of the form of $firstYear is of that form, whatever its year',
  (edition) => {
    const editions = [edition2019, edition2021, renamed];
    const matches = [2019, 2030].map((year) => matchEdition(tablesOf(edition), year, editions));
    for (const match of matches) expect(match).toEqual({ edition, guessed: false, mixed: [] });
  },
);

test('in lines without cells, a label inside a longer one of another form is not seen', () => {
  const lines = tablesOf(renamed).map((block) =>
    block.kind === 'table' ? { ...block, cells: 'lines' as const } : block,
  );
  const match = matchEdition(lines, 2024, [edition2019, edition2021, renamed]);
  expect(match).toEqual({ edition: renamed, guessed: false, mixed: [] });
});

test.each([
  ['another name for a row', renamed],
  ['one row more', longer],
])('rows of an older form in the tables of a form with %s are told', (_, next) => {
  const [table, ...others] = tablesOf(next);
  const old = tablesOf(edition2019)[0];
  if (table?.kind !== 'table' || old?.kind !== 'table') throw new Error('no tables');
  const mixed = { ...table, rows: [...old.rows.slice(0, 3), ...table.rows] };
  const match = matchEdition([mixed, ...others], 2027, [edition2019, edition2021, next]);
  expect(match).toEqual({
    edition: next,
    guessed: false,
    mixed: ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
  });
});

test('a file without labels that tell one form from a longer one is of the form of its year, and that is told', () => {
  const editions = [edition2019, edition2021, longer];
  const match = (year: number | null) => matchEdition(tablesOf(edition2021), year, editions);
  expect([match(2024).edition, match(2024).guessed]).toEqual([edition2021, true]);
  expect(match(2030).edition).toBe(longer);
  expect(match(null).edition).toBe(longer);
  expect(matchEdition(tablesOf(longer), 2024, editions)).toEqual({ edition: longer, guessed: false, mixed: [] });
});
