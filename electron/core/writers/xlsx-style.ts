// The look of the workbook: faces, borders and page set-up of a printed statutory form.
import type { Alignment, Borders, Cell, Worksheet } from 'exceljs';

const THIN = { style: 'thin', color: { argb: 'FF000000' } } as const;
export const BORDER: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

export const FACE = { body: '仿宋', head: '黑体', kai: '楷体', page: '宋体' } as const;

export const CENTRE: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
/** A number that is too wide is drawn smaller instead of as ####. */
export const FIGURE: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', shrinkToFit: true };
export const LEFT: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };
export const TOP: Partial<Alignment> = { horizontal: 'left', vertical: 'top', wrapText: true };

const INCH = 25.4;
/** As the library writes it: the number of the paper in the format. */
const A4 = { paperSize: 9 };

/** A4, margins of the official page, “— 1 —” outside at the foot, one page wide. */
export function setUpPage(sheet: Worksheet, orientation: 'portrait' | 'landscape', draft: boolean): void {
  const [top, right, bottom, left] = orientation === 'portrait' ? [25, 20, 22, 22] : [22, 22, 20, 22];
  sheet.pageSetup = {
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: top / INCH,
      right: right / INCH,
      bottom: bottom / INCH,
      left: left / INCH,
      header: 10 / INCH,
      footer: 12 / INCH,
    },
  };
  Object.assign(sheet.pageSetup, A4);
  const face = `&"${FACE.page},常规"&14`;
  sheet.headerFooter = {
    differentOddEven: true,
    ...(draft ? { oddHeader: '&R&"黑体,常规"&14草稿', evenHeader: '&L&"黑体,常规"&14草稿' } : {}),
    oddFooter: `&R${face}— &P —`,
    evenFooter: `&L${face}— &P —`,
  };
}

/** Lines a text takes in a width given in Excel's column units (one unit is about one digit of 11 pt). */
export function linesOf(text: string, columnUnits: number, points: number): number {
  const perLine = Math.max(1, ((columnUnits - 0.9) * 11) / points / 2);
  let lines = 1;
  let used = 0;
  for (const character of text) {
    if (character === '\n') {
      lines++;
      used = 0;
      continue;
    }
    const width = character < '\u0100' ? 0.55 : 1;
    if (used + width > perLine) {
      lines++;
      used = 0;
    }
    used += width;
  }
  return lines;
}

/** Excel can show a row at most this high, in points. */
export const HIGHEST_ROW = 409;

/** Characters that XML cannot hold are left out; “_x000D_” typed as text must not turn into a line end. */
export const cellText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Text that stays text, whatever it starts with. */
export function writeText(cell: Cell, text: string): void {
  cell.value = cellText(text);
}
