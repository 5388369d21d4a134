// A report that was pasted as text into a Word file or a web page: every line a paragraph, tabs or bars between the cells, and no table.
import { Document, Packer, Paragraph, Tab, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { ownRows, PLAIN, printed, textReport } from './build-report.ts';
import { caseFile, expectAllRight, expectedOf, importBytes } from './import-case.ts';

const SEED = expectedOf('seed-jiaxing-eco-2020');
const CITY = expectedOf('suqian-2024');

const barred = (between: string, end: string): string =>
  textReport(CITY, PLAIN, (table) => ownRows(table, printed(CITY.cells)).map((row) => row.join(between) + end));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A tab is an element of its own in Word. */
const docx = (text: string): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: text.split('\n').map(
            (line) =>
              new Paragraph({
                children: line
                  .split(/(\t)/)
                  .map((part) => new TextRun({ children: [part === '\t' ? new Tab() : part] })),
              }),
          ),
        },
      ],
    }),
  );

describe('in a Word file', () => {
  test('a cell a line behind a tab: every figure is right', async () => {
    const text = caseFile('seed-jiaxing-eco-2020.txt').toString('utf8');
    expectAllRight(await importBytes(await docx(text), '年报.docx'), SEED.cells);
  });

  test.each([' | ', '\t'])('a row a line, “%s” between the cells: every figure is right', async (between) => {
    const proposal = await importBytes(await docx(barred(between, between.trimEnd())), '年报.docx');
    expectAllRight(proposal, CITY.cells);
    expect(proposal.warnings).toEqual([]);
  });
});

describe('in a web page', () => {
  const pages: Readonly<Record<string, (lines: readonly string[]) => string>> = {
    'a paragraph a line': (lines) => lines.map((line) => `<p>${escaped(line)}</p>`).join('\n'),
    'lines with breaks between': (lines) => `<div>${lines.map(escaped).join('<br>')}</div>`,
  };

  test.each(Object.entries(pages))('%s: every figure is right', async (_, page) => {
    for (const text of [barred(' | ', ' |'), barred(' |\n', ' |')]) {
      const proposal = await importBytes(`<html><body>${page(text.split('\n'))}</body></html>`, '年报.html');
      expectAllRight(proposal, CITY.cells);
    }
  });
});
