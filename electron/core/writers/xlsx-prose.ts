// The sheets beside the tables: cover, prose for reading, and the hidden sheet from which the report is read back exactly.
import type { Workbook, Worksheet } from 'exceljs';
import type { LayoutBlock, LayoutDocument } from '../../../shared/export/layout-document.ts';
import { blockText } from '../../../shared/model/chapter.ts';
import { titleLines } from '../../../shared/export/title-lines.ts';
import { CHAPTER_KEYS } from '../../../shared/model/report.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { CENTRE, FACE, HIGHEST_ROW, linesOf, setUpPage, TOP, writeText } from './xlsx-style.ts';

const WIDTH = 84;
const LINE = 20;
/** Excel takes at most 32,767 characters in a cell. */
const LONGEST_TEXT = 32_000;

export function addCover(workbook: Workbook, layout: LayoutDocument): void {
  const { organ, year, edition, title, fingerprint, draft } = layout;
  const sheet = workbook.addWorksheet('封面');
  setUpPage(sheet, 'portrait', draft);
  sheet.columns = [{ width: 20 }, { width: WIDTH - 20 }];
  sheet.mergeCells(1, 1, 1, 2);
  const name = sheet.getCell(1, 1);
  writeText(name, titleLines(title, organ).join('\n'));
  name.font = { name: FACE.head, size: 20 };
  name.alignment = CENTRE;
  sheet.getRow(1).height = 30 * titleLines(title, organ).length + 30;
  const lines: readonly (readonly [string, string])[] = [
    ['机关', organ],
    ['年度', `${year}年`],
    ['格式', `${edition}年版（${EDITIONS[edition].document}）`],
    ['状态', draft ? '草稿，未经签发，不得发布' : '正式文本'],
    ['校验码', fingerprint],
    ['说明', '空白格表示没有填报，与0不同。总计由公式计算；文件中原有的总计与各项之和不符时，照原数列示，不用公式。'],
    ['', '表三各列“第一项加第二项之和”与“第三项加第四项之和”不等时，相关的格显示为红色。'],
    ['', '各表的标签和总计已锁定（没有密码），填报格可以修改；改后的文件可以用“装入”读回年报编制。'],
  ];
  lines.forEach(([label, text], index) => {
    const row = index + 3;
    const [left, right] = [sheet.getCell(row, 1), sheet.getCell(row, 2)];
    writeText(left, label);
    writeText(right, text);
    left.font = { name: FACE.head, size: 12 };
    right.font = { name: FACE.body, size: 12 };
    left.alignment = TOP;
    right.alignment = { ...TOP };
    sheet.getRow(row).height = LINE * linesOf(text, WIDTH - 20, 12) + 4;
  });
  sheet.views = [{ showGridLines: false }];
  sheet.pageSetup.printArea = `A$1:B$${lines.length + 2}`;
}

export function addProse(workbook: Workbook, layout: LayoutDocument): void {
  const sheet = workbook.addWorksheet('正文');
  setUpPage(sheet, 'portrait', layout.draft);
  // two columns merged on every row: one column as wide as the page is not scaled to it by every program
  sheet.columns = [{ width: WIDTH / 2 }, { width: WIDTH / 2 }];
  let row = 0;
  const write = (text: string, face: string, size: number, centred = false): void => {
    const cell = sheet.getCell(++row, 1);
    sheet.mergeCells(row, 1, row, 2);
    writeText(cell, text);
    cell.font = { name: face, size };
    cell.alignment = centred ? CENTRE : TOP;
    sheet.getRow(row).height = Math.min(HIGHEST_ROW, (size + 8) * linesOf(text, WIDTH, size) + 2);
  };
  write(titleLines(layout.title, layout.organ).join('\n'), FACE.head, 18, true);
  sheet.getRow(1).height += LINE;
  for (const block of layout.blocks) writeBlock(block, write);
  sheet.views = [{ showGridLines: false }];
  sheet.pageSetup.printArea = `A$1:B$${row}`;
}

function writeBlock(block: LayoutBlock, write: (text: string, face: string, size: number) => void): void {
  switch (block.kind) {
    case 'chapter-title':
      write(`　　${block.text}`, FACE.head, 14);
      return;
    case 'heading':
      write(`　　${block.text}`, block.level === 1 ? FACE.kai : FACE.body, 14);
      return;
    case 'paragraph':
      for (const piece of pieces(`　　${block.runs.map((run) => run.text).join('')}`)) write(piece, FACE.body, 14);
      return;
    case 'table':
      write(`　　（见工作表“${block.name}”）`, FACE.body, 14);
      return;
  }
}

/** A row shows about 500 characters at most: longer paragraphs go on in the next row, broken after a sentence. */
function pieces(text: string): string[] {
  const most = 500;
  if (text.length <= most) return [text];
  const stop = Math.max(text.lastIndexOf('。', most - 1), text.lastIndexOf('；', most - 1));
  const at = stop > 100 ? stop + 1 : most;
  return [text.slice(0, at), ...pieces(text.slice(at))];
}

/**
 * Rows of key, value, heading level: what the program reads back. One row a paragraph, in order; the level is empty for a paragraph.
 * A paragraph beyond what a cell can hold goes on in rows whose fourth column says so.
 */
export function addMeta(workbook: Workbook, layout: LayoutDocument): void {
  const { organ, year, edition, title, fingerprint, chapters } = layout;
  const sheet = workbook.addWorksheet('_meta');
  sheet.state = 'hidden';
  const facts = { format: 'nianbao', edition, year: String(year), organ, title, fingerprint };
  for (const [key, value] of Object.entries(facts)) addRow(sheet, [key, value]);
  for (const key of CHAPTER_KEYS) {
    for (const block of chapters[key].content) {
      const level = block.type === 'heading' ? String(block.attrs.level) : '';
      const text = blockText(block);
      for (let at = 0; at === 0 || at < text.length; at += LONGEST_TEXT) {
        const value = text.slice(at, at + LONGEST_TEXT);
        addRow(sheet, [`chapter_${key}`, value, level, ...(at > 0 ? ['continued'] : [])]);
      }
    }
  }
}

function addRow(sheet: Worksheet, texts: readonly string[]): void {
  const row = sheet.rowCount + 1;
  texts.forEach((text, index) => {
    if (text !== '') writeText(sheet.getCell(row, index + 1), text);
  });
}
