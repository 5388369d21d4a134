// Patterns of the data, each made once: the same few hundred are tried on every figure of the prose.

const compiled = new Map<string, RegExp>();

/** Whether a pattern, written as the source of a regular expression, is found in the text. */
export const matches = (pattern: string, text: string): boolean => made(pattern).test(text);

/** The first words of the text that the pattern fits. */
export const found = (pattern: string, text: string): string | null => made(pattern).exec(text)?.[0] ?? null;

function made(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const expression = new RegExp(pattern);
  compiled.set(pattern, expression);
  return expression;
}
