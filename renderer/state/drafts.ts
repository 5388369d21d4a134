// Texts being typed that are not sent yet: each editor registers how to send its own, and everything that must not lose them flushes.
const drafts = new Set<() => void>();

/** Registers a draft; gives the function that takes it off again. */
export function registerDraft(flush: () => void): () => void {
  drafts.add(flush);
  return () => drafts.delete(flush);
}

/** Sends every draft now: before undo, export, closing, and when the window goes away. */
export const flushDrafts = (): void => {
  for (const flush of drafts) flush();
};
