// The styles of the Word document: what a typist finds in the style list, set as GB/T 9704-2012 asks.
import { AlignmentType, LineRuleType, type IRunStylePropertiesOptions, type IStylesOptions } from 'docx';
import { STYLE } from './docx-style-names.ts';
import { type FontRole, OFFICE_FONTS } from '../../../shared/export/fonts.ts';

/** 225 mm / 22 lines in twentieths of a point. */
export const LINE = 579;
export const TITLE_LINE = 720;
/** 3号, 2号, 4号 in half points. */
const BODY_SIZE = 32;
const TITLE_SIZE = 44;
export const PAGE_NUMBER_SIZE = 28;

/** A Chinese face with the Latin one that official documents set beside it. */
export const face = (role: FontRole): NonNullable<IRunStylePropertiesOptions['font']> => {
  const name = OFFICE_FONTS[role];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
};

/** A hair closer than the fonts are, so that 28 characters stand on a line of 156 mm. */
const CLOSER = -5;

const lines = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const INDENT = { firstLine: 640, firstLineChars: 200 };

const heading = (role: FontRole) => ({
  run: { font: face(role), size: BODY_SIZE, bold: false, italics: false, color: '000000', characterSpacing: CLOSER },
  paragraph: { spacing: lines(LINE), indent: INDENT, keepNext: true, keepLines: true },
});

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: face('fangsong'), size: BODY_SIZE, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
    title: {
      run: { font: face('title'), size: TITLE_SIZE, bold: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: TITLE_LINE, lineRule: LineRuleType.EXACT, before: 0, after: LINE },
        keepNext: true,
      },
    },
    heading1: heading('hei'),
    heading2: heading('kai'),
    heading3: heading('fangsong'),
    heading4: heading('fangsong'),
  },
  paragraphStyles: [
    {
      id: STYLE.body,
      name: '公文正文',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: face('fangsong'), size: BODY_SIZE, characterSpacing: CLOSER },
      paragraph: { spacing: lines(LINE), indent: INDENT, alignment: AlignmentType.BOTH },
    },
    {
      id: STYLE.table,
      name: '公文表格',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: face('fangsong'), size: 21 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: lines(260) },
    },
    {
      id: STYLE.tableHead,
      name: '公文表头',
      basedOn: STYLE.table,
      quickFormat: true,
      run: { font: face('hei'), size: 20 },
    },
  ],
  characterStyles: [{ id: STYLE.runIn, name: '公文二级标题', quickFormat: true, run: { font: face('kai') } }],
};
