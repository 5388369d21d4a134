// What a page prints as its number: “— 3 —”, “第 3 页 共 8 页”, “3/8”.

/** Dashes with spaces between are blank cells around a figure. */
const MARKED =
  /^\s*(?:[-—–－―·]+\s*\d{1,4}\s*[-—–－―·]+|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/;
const BARE = /^[-—–－―·]*\d{1,4}[-—–－―·]*$/;

/** A number that is marked as one of a page: no cell, whatever it stands among. */
export const isPageNumber = (text: string): boolean => MARKED.test(text);

/** Also a bare figure, or one that is set apart by spaces, which may be a cell: only its place tells. */
export function isLikePageNumber(text: string): boolean {
  const squeezed = text.replace(/\s/g, '');
  return isPageNumber(squeezed) || BARE.test(squeezed);
}
