// What a workbook says about its sheets beside their values: hidden rows and columns, cells struck out, texts with formats inside (old format).
import { walkXml } from '../container/xml.ts';

export interface CellMark {
  /** The whole cell is struck out. */
  readonly struck?: true;
  /** The text without what is struck out, footnote marks set apart. */
  readonly text?: string;
}

/** Rows and columns from 0. */
export interface SheetMarks {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** By `row column`. */
  readonly cells: ReadonlyMap<string, CellMark>;
}

/** @param xml styles.xml. @returns the numbers of the cell formats whose font is struck out. */
export function struckFormats(xml: string): ReadonlySet<number> {
  const struckFonts = new Set<number>();
  const formats = new Set<number>();
  const path: string[] = [];
  let font = -1;
  let format = -1;
  walkXml(xml, {
    open: (name, attributes) => {
      const parent = path.at(-1);
      path.push(name);
      if (name === 'font' && parent === 'fonts') font++;
      else if (name === 'strike' && parent === 'font' && path.at(-3) === 'fonts') {
        if (attributes('val') !== '0' && attributes('val') !== 'false') struckFonts.add(font);
      } else if (name === 'xf' && parent === 'cellXfs') {
        format++;
        if (struckFonts.has(Number(attributes('fontId')))) formats.add(format);
      }
    },
    close: () => path.pop(),
    text: () => {},
  });
  return formats;
}

/** Names of the sheets by the name of their part, in small letters. */
export function sheetNames(workbook: string, relations: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const names = new Map<string, string>();
  const walk = (xml: string, open: (name: string, attributes: (name: string) => string | undefined) => void): void => {
    walkXml(xml, { open, close: () => {}, text: () => {} });
  };
  walk(relations, (name, attributes) => {
    if (name === 'Relationship')
      parts.set(attributes('Id') ?? '', (attributes('Target') ?? '').replace(/^.*?(?=worksheets\/)/i, 'xl/'));
  });
  walk(workbook, (name, attributes) => {
    const part = name === 'sheet' ? parts.get(attributes('id') ?? '') : undefined;
    if (part !== undefined) names.set(part.toLowerCase(), attributes('name') ?? '');
  });
  return names;
}
