// Amounts in another unit than the form's: the figure stays as printed and is never taken without a word.
import { describe, expect, test } from 'vitest';
import { htmlReport, tsvReport } from './build-report.ts';
import { expectedOf, importBytes, isWarned } from './import-case.ts';

const present = expectedOf('suqian-2024');
const FEE = 'disclosure.fee.amount';
const HEAD = /本年收费金额\s*（单位：万元）/g;

describe('an amount is doubtful where the file states another unit', () => {
  for (const unit of ['单位：元', '元', '亿元', '单位：千元', '单位:人民币元', '元，保留两位小数', '以元计'])
    test(`in its head: （${unit}）`, async () => {
      const page = htmlReport(present);
      expect(page).toMatch(HEAD);
      const proposal = await importBytes(page.replace(HEAD, `本年收费金额（${unit}）`), 'a.html');
      expect(proposal.report.cells[FEE]?.value).toBe(present.cells[FEE]);
      expect(isWarned(proposal, FEE)).toBe(true);
    });

  test('beside its row', async () => {
    const page = htmlReport(present).replace(HEAD, '本年收费金额').replace('行政事业性收费', '行政事业性收费（元）');
    expect(isWarned(await importBytes(page, 'a.html'), FEE)).toBe(true);
  });

  test('above the table', async () => {
    const page = htmlReport(present).replace(HEAD, '本年收费金额').replace('<table', '<p>单位：件、元</p><table');
    expect(isWarned(await importBytes(page, 'a.html'), FEE)).toBe(true);
  });

  test('in pasted text', async () => {
    const text = tsvReport(present);
    expect(text).toMatch(HEAD);
    expect(isWarned(await importBytes(text.replace(HEAD, '本年收费金额（单位：元）')), FEE)).toBe(true);
  });
});

test('an amount in the unit of the form is certain, whatever stands above the table', async () => {
  const page = htmlReport(present).replace('<table', '<p>单位：件、元</p><table');
  expect(isWarned(await importBytes(page, 'a.html'), FEE)).toBe(false);
});
