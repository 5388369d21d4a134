// Exports as ratios against baselines of the same run: a bare sheet, a bare page, and the office program converting the same files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { finishPdf, WRITERS } from '../../electron/core/writers/index.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { toHtml } from '../../shared/export/to-html.ts';
import { caseReport, FINGERPRINT, longProse } from '../export/report-cases.ts';
import { type Browser, FONT_BASE, openBrowser } from '../writers/print-chromium.ts';
import { medians, milliseconds, ratio } from './medians.ts';

/** As many cells as the workbook has, written without any form. */
async function bareSheet(): Promise<unknown> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('1');
  for (let row = 1; row <= 60; row++)
    for (let column = 1; column <= 10; column++) sheet.getCell(row, column).value = row;
  return workbook.xlsx.writeBuffer();
}

/** The office program as people convert with it; null where it is not installed. */
function libreOffice(bytes: Uint8Array, extension: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const file = join(folder, `report.${extension}`);
    writeFileSync(file, bytes);
    const times = [0, 1, 2].map(() => {
      const began = performance.now();
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const { status } = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
      return status === 0 ? performance.now() - began : null;
    });
    const done = times.flatMap((time) => time ?? []).toSorted((a, b) => a - b);
    return done[Math.floor(done.length / 2)] ?? null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function run(): Promise<readonly string[]> {
  const report = caseReport('huaian-2024', { '1': longProse(12) });
  const layout = layoutOf(report, { fingerprint: FINGERPRINT, draft: false });
  const print = { kind: 'print', fontBase: FONT_BASE } as const;
  const browser: Browser = await openBrowser();
  try {
    const printed = await browser.print(toHtml(layout, print));
    const time = await medians({
      'bare sheet': bareSheet,
      'bare page': () => browser.print('<p>一</p>'),
      xlsx: () => WRITERS.xlsx(layout),
      docx: () => WRITERS.docx(layout),
      html: () => WRITERS.html(layout),
      json: async () => JSON.stringify(layout),
      layout: async () => layoutOf(report, { fingerprint: FINGERPRINT, draft: false }),
      print: () => browser.print(toHtml(layout, print)),
      finish: () => finishPdf(printed, layout),
    });
    const of = (name: string): number => time[name] ?? 0;
    const pdf = of('print') + of('finish');
    const office = {
      docx: libreOffice(await WRITERS.docx(layout), 'docx'),
      xlsx: libreOffice(await WRITERS.xlsx(layout), 'xlsx'),
    };
    return [
      `layout ${milliseconds(of('layout'))}, ${ratio(of('layout'), of('json'))} the JSON of it (${milliseconds(of('json'))})`,
      `web page ${milliseconds(of('html'))}, ${ratio(of('html'), of('json'))} the same baseline`,
      `xlsx ${milliseconds(of('xlsx'))}, ${ratio(of('xlsx'), of('bare sheet'))} a bare exceljs sheet of 600 cells (${milliseconds(of('bare sheet'))})`,
      `docx ${milliseconds(of('docx'))}, ${ratio(of('docx'), of('bare sheet'))} the same baseline`,
      `pdf ${milliseconds(pdf)} (print ${milliseconds(of('print'))}, finish ${milliseconds(of('finish'))}), ${ratio(pdf, of('bare page'))} a bare Chromium page (${milliseconds(of('bare page'))})`,
      ...(['docx', 'xlsx'] as const).map((kind) => {
        const converted = office[kind];
        return converted === null
          ? `LibreOffice not installed: ${kind} to PDF not compared`
          : `LibreOffice makes a PDF of the same ${kind} in ${milliseconds(converted)}: ${ratio(converted, pdf)} our pdf, ${ratio(converted, of(kind))} our ${kind}`;
      }),
    ];
  } finally {
    await browser.close();
  }
}
