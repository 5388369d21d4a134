// How a run of a Word paragraph is set: what of it is printed, and which of it are marks of footnotes.
import { isOff, type ParagraphStyle } from './docx-styles.ts';
import type { Run } from './word-text.ts';

export interface DocxRun extends Run {
  /** As the style of the paragraph says, if undefined. */
  readonly bold: boolean | undefined;
}

export const PLAIN_RUN: DocxRun = {
  bold: undefined,
  hidden: false,
  struck: false,
  raised: false,
  setting: { position: 0, size: null },
};

/** Half points, or points with their unit. */
const halfPoints = (value: string | undefined): number =>
  Number.parseFloat(value ?? '0') * (value?.endsWith('pt') ? 2 : 1);

/** The run with one of its properties (an element of w:rPr) set; the run itself where the element sets nothing that counts. */
export function withProperty(
  run: DocxRun,
  name: string,
  value: string | undefined,
  styleOf: (id: string | undefined) => ParagraphStyle,
): DocxRun {
  switch (name) {
    case 'b':
      return { ...run, bold: !isOff(value) };
    case 'vanish':
      return { ...run, hidden: !isOff(value) };
    case 'strike':
    case 'dstrike':
      return { ...run, struck: !isOff(value) };
    case 'vertAlign':
      return { ...run, raised: value === 'superscript' || value === 'subscript' };
    case 'position':
      return { ...run, setting: { ...run.setting, position: halfPoints(value) } };
    case 'sz':
      return { ...run, setting: { ...run.setting, size: halfPoints(value) } };
    case 'rStyle':
      return { ...run, ...styleOf(value).text };
    default:
      return run;
  }
}
