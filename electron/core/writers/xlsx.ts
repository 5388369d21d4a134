// LayoutDocument -> Excel workbook: cover, one sheet a table, the prose, and the hidden sheet for reading back.
import { type LayoutDocument, tablesOf } from '../../../shared/export/layout-document.ts';
import { documentDate } from './document-date.ts';
import { addCover, addMeta, addProse } from './xlsx-prose.ts';
import { addTable } from './xlsx-table.ts';
import { withFixedTimes } from './zip-times.ts';

/** The workbook's bytes; the same document gives the same bytes. Figures are numbers, totals are formulas with their results. */
export async function writeXlsx(layout: LayoutDocument): Promise<Uint8Array> {
  // loaded when needed: it takes a quarter of a second
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = layout.organ;
  workbook.lastModifiedBy = '年报编制';
  workbook.title = layout.title;
  workbook.subject = '政府信息公开工作年度报告';
  workbook.keywords = layout.fingerprint;
  workbook.created = documentDate(layout);
  workbook.modified = documentDate(layout);
  workbook.calcProperties.fullCalcOnLoad = true;
  addCover(workbook, layout);
  for (const table of tablesOf(layout)) await addTable(workbook, layout, table);
  addProse(workbook, layout);
  addMeta(workbook, layout);
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
