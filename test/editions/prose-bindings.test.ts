// The words that bind prose to cells name rows and columns that the form has.
import { expect, test } from 'vitest';
import { CLAIMS } from '../../shared/editions/prose-claims.ts';
import { EDITIONS, editionIds, figures } from '../../shared/editions/index.ts';
import { proseBindings } from '../../shared/editions/prose-bindings.ts';

test.each(editionIds)(
  'every meaning of %s is a row or a column of its table, and every pattern a pattern',
  (edition) => {
    const ids = [...figures(EDITIONS[edition]).keys()].map((id) => id.split('.'));
    const { tables, comparison, channels, scopes, all } = proseBindings(edition);
    for (const pattern of [comparison, channels, scopes, all]) expect(() => new RegExp(pattern)).not.toThrow();
    for (const { table, rows, columns, plainColumn, never, weak } of tables) {
      const known = (place: 1 | 2) => new Set(ids.filter(([first]) => first === table).map((id) => id[place]));
      for (const pattern of [never, weak]) expect(() => new RegExp(pattern)).not.toThrow();
      for (const { words, means, where, excuses } of rows) {
        expect(() => new RegExp(words)).not.toThrow();
        for (const sum of [
          ...means,
          ...(where?.means ?? []),
          ...(excuses ?? []).flatMap(({ plus, minus }) => [plus, minus ?? plus]),
        ]) {
          expect(sum.length, words).toBeGreaterThan(0);
          for (const key of sum) expect(known(1), words).toContain(key);
        }
      }
      for (const { words, means } of columns)
        for (const sum of means) for (const key of sum) expect(known(2), words).toContain(key);
      if (plainColumn !== null) expect(known(2)).toContain(plainColumn);
    }
  },
);

test('the cells that a claim must leave at 0 are cells of every form', () => {
  for (const { words, unless, about, zero } of CLAIMS) {
    for (const pattern of [words, unless, about]) expect(() => new RegExp(pattern)).not.toThrow();
    for (const id of zero) for (const edition of editionIds) expect(figures(EDITIONS[edition]).has(id)).toBe(true);
  }
});
