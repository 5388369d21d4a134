// Word and Excel files give back every cell of the form exactly, blank cells as blank, and the prose word for word.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import type { RawDocument } from '../../shared/import/raw-document.ts';
import { type HeadingForm, sampleDocx } from './build-docx.ts';
import { sampleXlsx, type WorkbookForm } from './build-xlsx.ts';
import {
  filledRows,
  OFFICE,
  proseOf,
  SAMPLES,
  type SampleReport,
  sampleReport,
  tablesOf,
  tableTexts,
  unwrap,
} from './sample-report.ts';

const read = async (bytes: Uint8Array, name: string): Promise<RawDocument> =>
  unwrap(await readSourceBytes(bytes, name));
const fixture = (name: string): Buffer => readFileSync(join(OFFICE, name));

const expectTables = (document: RawDocument, sample: SampleReport): void => {
  const tables = tablesOf(document);
  expect(tables).toHaveLength(3);
  tables.forEach((table, index) => {
    expect(table.cells).toBe('exact');
    expect(tableTexts(table)).toEqual(filledRows(sample, index));
  });
};

const expectProse = (document: RawDocument, sample: SampleReport): void => {
  const headings = sample.edition.chapters.map((chapter) => `${chapter.number}、${chapter.title}`);
  expect(proseOf(document)).toEqual(
    expect.arrayContaining([sample.title, sample.preface, ...headings, ...Object.values(sample.prose).flat()]),
  );
};

const expectNames = (document: RawDocument, sample: SampleReport): void => {
  const named = new Map(document.namedCells?.map(({ id, cell }) => [id, cell.text]));
  expect(named).toEqual(sample.figures);
  expect(document.meta).toEqual({
    organ: sample.organ,
    year: String(sample.year),
    edition: sample.edition.id,
    title: sample.title,
  });
};

describe.each(SAMPLES)('%s', (name) => {
  const sample = sampleReport(name);

  it.each(['styled', 'plain', 'automatic'] as const satisfies readonly HeadingForm[])(
    'docx with %s headings',
    async (headings) => {
      const document = await read(await sampleDocx(sample, headings), `${name}.docx`);
      expectTables(document, sample);
      expectProse(document, sample);
      expect(document.remarks).toEqual([]);
    },
  );

  it.each([
    { sheets: 'each', figures: 'number' },
    { sheets: 'each', figures: 'text' },
    { sheets: 'one', figures: 'number' },
    { sheets: 'one', figures: 'text' },
  ] as const satisfies readonly WorkbookForm[])('xlsx with $sheets sheet(s), figures as $figures', async (form) => {
    const document = await read(await sampleXlsx(sample, form), `${name}.xlsx`);
    expectTables(document, sample);
    if (form.sheets === 'one') expectProse(document, sample);
    expect(document.remarks).toEqual([]);
  });

  it('our own workbook, by the names of its cells', async () => {
    const document = await read(
      await sampleXlsx(sample, { sheets: 'each', figures: 'number', own: true }),
      `${name}.xlsx`,
    );
    expectNames(document, sample);
    expectTables(document, sample);
    expectProse(document, sample);
  });

  it.each(['-own.xlsx', '-own.xls'])('our own workbook saved again by another program as %s', async (ending) => {
    const document = await read(fixture(name + ending), name + ending);
    expectNames(document, sample);
    expectTables(document, sample);
    expectProse(document, sample);
  });

  it.each(['.xls', '.doc', '.pdf'])('%s', async (ending) => {
    const document = await read(fixture(name + ending), name + ending);
    expectTables(document, sample);
    if (ending !== '.xls') expectProse(document, sample);
  });

  it('a wrong extension makes no difference', async () => {
    for (const ending of ['.xls', '.doc', '.pdf']) {
      expect(await read(fixture(name + ending), `${name}.wps`)).toEqual(
        await read(fixture(name + ending), name + ending),
      );
    }
  });

  it('every cell has its place, and merged areas their spans', async () => {
    for (const ending of ['.xls', '.doc', '.pdf']) {
      const document = await read(fixture(name + ending), name + ending);
      tablesOf(document).forEach((table, index) => {
        const form = sample.edition.tables[index]?.rows ?? [];
        expect(table.rows.map((row) => row.map((cell) => cell.rowspan ?? 1))).toEqual(
          form.map((row) => row.map((cell) => cell.rowspan)),
        );
        const places = table.rows.flat().map((cell) => cell.place);
        expect(new Set(places).size).toBe(places.length);
      });
    }
    const sheets = tablesOf(await read(fixture(`${name}.xls`), 'a.xls'));
    expect(sheets[1]?.rows[3]?.[1]?.place).toBe('工作表‘表三’D5');
  });
});

describe('the empty form of an office', () => {
  it('has its labels, and every figure blank', async () => {
    const document = await read(fixture('template-2021.docx'), 'template-2021.docx');
    const form = sampleReport('huaian-2024');
    const empty = { ...form, figures: new Map() };
    expectTables(document, empty);
  });
});
