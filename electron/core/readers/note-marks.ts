// Footnote marks that stand raised behind a figure: in a cell they are set apart as “（注1）”, so that 12¹ is not 121; in prose they are text.

const OPEN = '\ue0f0';
const CLOSE = '\ue0f1';
const MARKED = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');

/** Raised or lowered text, for whoever knows later whether it stands in a cell. */
export const raised = (text: string): string => `${OPEN}${text}${CLOSE}`;

/** In half points: less is only a line set straight. */
export const isRaisedBy = (position: number): boolean => Math.abs(position) >= 4;

export const withoutMarks = (text: string): string => text.replaceAll(OPEN, '').replaceAll(CLOSE, '');

/** The text of a cell; a cell that is raised as a whole has no note. */
export function withNotes(text: string): string {
  if (!text.includes(OPEN)) return text;
  const joined = text.replaceAll(CLOSE + OPEN, '');
  if (joined.replace(MARKED, '').trim() === '') return withoutMarks(text);
  return joined.replace(MARKED, (_, note: string) => (note.trim() === '' ? note : `（注${note.trim()}）`));
}
