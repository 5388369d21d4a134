// What a number cell of a workbook says, as exact text: the value as stored, in at most 15 digits as Excel counts, dates and percentages as shown.

export interface CellText {
  readonly text: string;
  /** Set where the sheet shows a figure other than the one stored. */
  readonly shown?: string;
}

/**
 * @param shown the formatted text, '' where the format hides the figure.
 * @param textual the number format makes it a date, a time, a percentage or a fraction: the person means what is shown.
 */
export function numberText(value: number, shown: string, textual: boolean): CellText {
  if (textual && shown !== '') return { text: shown };
  const text = decimalText(value);
  // a note that the number format prints behind the figure: our own workbook keeps “22（其中修订16件）” so
  const note = /^[-+]?\d[\d.]*[^\d（]*(（.+）)$/.exec(shown)?.[1];
  if (note) return { text: text + note };
  const plain = shown.replace(/[\s,，¥￥$]/g, '').replace(/^\((.+)\)$/, '-$1');
  if (plain === '' || !/^[-+]?\d+(?:\.\d+)?$/.test(plain)) return plain === '' ? { text, shown } : { text };
  return Number(plain) === Number(text) ? { text } : { text, shown };
}

/** 96171.600000000006 is 96171.6: the sixteenth and later digits are artefacts of the binary form. Never an exponent below 1e21. */
function decimalText(value: number): string {
  const rounded = Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
  if (Object.is(rounded, -0)) return '0';
  const text = String(rounded);
  return text.includes('e-') ? rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** Whether a number format shows something else than a plain decimal. */
export const isTextualFormat = (format: string): boolean => {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[%年月日hsymd/]|E[+-]/i.test(bare) && !/^general$/i.test(bare);
};
