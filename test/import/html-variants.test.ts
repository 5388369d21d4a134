// The page of a report may be built in any way: after no damage is a figure wrong without a warning, and ordinary damage costs nothing.
import { describe, expect, test } from 'vitest';
import { htmlReport } from './build-report.ts';
import { type Damage, HARMLESS } from './html-damage.ts';
import { LABEL_DAMAGE } from './label-damage.ts';
import { expectAllRight, expectedOf, importBytes, silentlyWrong, warnedCells } from './import-case.ts';

const SEED_ODD = ['disclosure.penalty.delta', 'disclosure.coercion.delta'];

describe.each(['seed-jiaxing-eco-2020', 'suqian-2024', 'huaian-2024'])('%s', (name) => {
  const expected = expectedOf(name);
  const html = htmlReport(expected);

  test.each(Object.entries({ ...HARMLESS, ...LABEL_DAMAGE }))('%s', async (_, damage: Damage) => {
    const proposal = await importBytes(damage(html, expected), 'a.html');
    expect(silentlyWrong(proposal, expected.cells)).toEqual([]);
    expectAllRight(proposal, expected.cells);
    expect(warnedCells(proposal, expected.cells).filter((id) => !SEED_ODD.includes(id))).toEqual([]);
  });
});
