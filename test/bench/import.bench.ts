// Import of one real report in every kind of file, parse and match, as ratios against the bare parser of that kind in the same run.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { CFB, read as readSheet } from '@e965/xlsx';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import { WRITERS } from '../../electron/core/writers/index.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { caseReport, FINGERPRINT } from '../export/report-cases.ts';
import { htmlReport } from '../import/build-report.ts';
import { caseFile, expectedOf, importBytes } from '../import/import-case.ts';
import { medians, milliseconds, ratio } from './medians.ts';

const NAME = 'huaian-2024';
const OFFICE = resolve(import.meta.dirname, '../fixtures/office');
/** What an import may take, warm, on the machine that the figures of the design were measured on. */
const LIMITS: Readonly<Record<string, number>> = { docx: 150, html: 50, 'html of Word': 50, text: 50 };

/** As Word filters its pages: a span around everything, comments, attributes. */
const wordPage = (html: string): string =>
  html
    .replaceAll(
      /<p([^>]*)>/g,
      "<p class=MsoNormal$1><!--[if gte mso 9]><xml><o:x/></xml><![endif]--><span lang=EN-US style='font-size:10.5pt;mso-hansi-font-family:仿宋'><font face=仿宋>",
    )
    .replaceAll('</p>', '</font></span><o:p></o:p></p>');

export async function run(): Promise<readonly string[]> {
  const docx = Buffer.from(await WRITERS.docx(layoutOf(caseReport(NAME), { fingerprint: FINGERPRINT, draft: false })));
  const html = htmlReport(expectedOf(NAME));
  const word = wordPage(html);
  const text = caseFile(`${NAME}.txt`);
  const office = (ending: string): Buffer => readFileSync(resolve(OFFICE, NAME + ending));
  const files: Readonly<Record<string, readonly [Buffer, string]>> = {
    docx: [docx, 'a.docx'],
    html: [Buffer.from(html), 'a.html'],
    'html of Word': [Buffer.from(word), 'a.html'],
    text: [text, 'a.txt'],
    doc: [office('.doc'), 'a.doc'],
    xlsx: [office('-own.xlsx'), 'a.xlsx'],
    xls: [office('.xls'), 'a.xls'],
    pdf: [office('.pdf'), 'a.pdf'],
  };
  const bare: Readonly<Record<string, { readonly name: string; readonly work: () => Promise<unknown> }>> = {
    docx: { name: 'mammoth', work: () => mammoth.convertToHtml({ buffer: docx }) },
    html: { name: 'parse5', work: async () => parse(html) },
    'html of Word': { name: 'parse5', work: async () => parse(word) },
    text: { name: 'parse5 on the same report as a page', work: async () => parse(html) },
    doc: { name: 'unpacking the file', work: async () => CFB.read(office('.doc'), { type: 'buffer' }) },
    pdf: { name: 'pdf-lib', work: () => PDFDocument.load(office('.pdf')) },
    xlsx: { name: 'SheetJS', work: async () => readSheet(office('-own.xlsx')) },
    xls: { name: 'SheetJS', work: async () => readSheet(office('.xls')) },
  };
  const time = await medians({
    ...Object.fromEntries(Object.entries(files).map(([kind, [bytes, name]]) => [kind, () => importBytes(bytes, name)])),
    ...Object.fromEntries(Object.entries(bare).map(([kind, { work }]) => [`bare ${kind}`, work])),
  });
  return Object.keys(files).map((kind) => {
    const took = time[kind] ?? 0;
    const base = bare[kind];
    const limit = LIMITS[kind];
    return [
      `${kind} ${milliseconds(took)}`,
      ...(limit === undefined ? [] : [`${took <= limit ? 'within' : 'OVER'} ${limit} ms`]),
      ...(base
        ? [`${ratio(took, time[`bare ${kind}`] ?? 0)} ${base.name} alone (${milliseconds(time[`bare ${kind}`] ?? 0)})`]
        : []),
    ].join(', ');
  });
}
