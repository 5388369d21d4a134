// Patterns of the data, each made once: the same few hundred are tried on every figure of the prose.

const compiled = new Map<string, RegExp>();

/** Whether a pattern, written as the source of a regular expression, is found in the text. */
export function matches(pattern: string, text: string): boolean {
  let made = compiled.get(pattern);
  if (!made) {
    made = new RegExp(pattern);
    compiled.set(pattern, made);
  }
  return made.test(text);
}
