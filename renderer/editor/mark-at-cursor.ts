// The number of the prose that the keyboard means: the one at the cursor, or of those selected the first that differs from the tables.

export function markAtCursor(paper: Element): HTMLElement | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const marks = [...paper.querySelectorAll<HTMLElement>('[data-mark]')].filter((mark) => range.intersectsNode(mark));
  return marks.find((mark) => mark.classList.contains('mark-differs')) ?? marks[0] ?? null;
}
