// A personal number shown without being repeated.

/** The first three and the last four characters; stars between. */
export const quotedMask = (text: string): string =>
  `${text.slice(0, 3)}${'*'.repeat(Math.max(4, text.length - 7))}${text.slice(-4)}`;
