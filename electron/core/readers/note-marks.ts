// Footnote marks that stand raised or lowered behind a figure: in a cell they are set apart as “（注1）”, so that 12¹ is not 121; in prose they are text.

export const OPEN = '\ue0f0';
export const CLOSE = '\ue0f1';
const MARKED = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');

/** Raised or lowered text, for whoever knows later whether it stands in a cell. */
export const raised = (text: string): string => `${OPEN}${text}${CLOSE}`;

/** How a piece of text is set, sizes in half points; null where the style says it. */
export interface Setting {
  readonly position: number;
  readonly size: number | null;
}

/** A little off the line is only a line set straight, unless the text is smaller than the one before as well. */
export const isOffLine = (own: Setting, before: Setting | null): boolean =>
  Math.abs(own.position) >= 4 ||
  (own.position !== 0 &&
    own.size !== null &&
    before !== null &&
    before.position === 0 &&
    (before.size === null || own.size < before.size));

export const STRUCK_OUT = '格内的字带有删除线，按已经删去处理，此格留空';

export const withoutMarks = (text: string): string => text.replaceAll(OPEN, '').replaceAll(CLOSE, '');

/** The text of a cell; a cell that is raised as a whole has no note. */
export function withNotes(text: string): string {
  if (!text.includes(OPEN)) return text;
  const joined = text.replaceAll(CLOSE + OPEN, '');
  if (joined.replace(MARKED, '').trim() === '') return withoutMarks(text);
  return joined.replace(MARKED, (_, note: string) => (note.trim() === '' ? note : `（注${note.trim()}）`));
}
