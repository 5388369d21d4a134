// From findings to the signature: errors mended, warnings explained, submitted, reviewed, signed, locked, and unlocked with a reason.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { shown, test } from './launch.ts';
import { chooseTable, figure, goTo, message, panel, press, saved, statusBar, type } from './staffer.ts';

const NEW = '一、本年新收政府信息公开申请数量，申请人情况，';

/** Records one step of the review. */
async function record(page: Page, step: string, who: string, name: string, remark = ''): Promise<void> {
  await page.getByRole('radiogroup', { name: '步骤' }).getByText(step, { exact: true }).click();
  await page.getByLabel(who, { exact: true }).first().fill(name);
  await page.getByRole('textbox', { name: /^意见/ }).fill(remark);
  await press(page, '记录');
  await expect(page.getByRole('region', { name: '经过' })).toContainText(`${step}${name}`);
}

test('a report is cleared of findings, reviewed, signed and locked; unlocking needs a reason', async ({
  start,
  published,
  folder,
}) => {
  const { page, faults } = await start(published);

  await test.step('定稿 is refused while errors stand', async () => {
    await goTo(page, '送审与定稿');
    await expect(page.getByRole('alert').filter({ hasText: '还有 1 个错误要改正' })).toBeVisible();
    for (const who of ['拟稿人', '审核人', '签发人']) await page.getByLabel(who, { exact: true }).last().fill('张三');
    await expect(page.getByRole('button', { name: '定稿并锁定' })).toBeDisabled();
  });

  await test.step('the error goes with the zeros that were not filled in', async () => {
    await chooseTable(page, '三、');
    await press(page, '一键填 0');
    await press(page, '填 0（138 格）');
    await expect(statusBar(page)).toContainText('错误 0');
  });

  await test.step('each warning is explained', async () => {
    const warnings = panel(page).getByRole('region', { name: '提示' }).getByRole('listitem');
    const count = await warnings.count();
    expect(count).toBeGreaterThan(2);
    for (let index = 0; index < count; index++) {
      const warning = warnings.nth(index);
      await warning.getByRole('button').first().click();
      await warning.getByRole('textbox', { name: '说明' }).fill('已与业务科室核实，情况属实。');
    }
    await goTo(page, '总览');
    await expect(page.getByRole('list', { name: '送审进度' })).toContainText('提示均已说明');
  });

  await test.step('送审, 审核意见, 修改, 签发, each with a name', async () => {
    await goTo(page, '送审与定稿');
    const signing = page.getByRole('radio', { name: '签发' });
    await expect(signing).toBeDisabled();
    await expect(page.getByText('先记录送审，再记录审核意见和签发。')).toBeVisible();
    await record(page, '送审', '拟稿人', '张三');
    await expect(signing).toBeDisabled();
    await page.getByLabel('审核人', { exact: true }).first().fill('李四');
    // a review says something
    await expect(page.getByRole('button', { name: '记录' })).toBeDisabled();
    await record(page, '审核意见', '审核人', '李四', '请核对第三表。');
    await record(page, '修改完成', '拟稿人', '张三', '已核对。');
    await page.getByLabel('签发人', { exact: true }).last().fill('王五');
    await press(page, '定稿并锁定');
    await expect(page.getByRole('dialog')).toContainText('还没有记录签发。');
    await page.keyboard.press('Escape');
    // signed on paper before today
    await page.getByLabel('日期', { exact: true }).fill('2020年2月30日');
    await expect(page.getByText('没有这一天，请核对日期。')).toBeVisible();
    await page.getByLabel('日期', { exact: true }).fill('2020年12月1日');
    await record(page, '签发', '签发人', '王五');
    await expect(page.getByRole('region', { name: '经过' })).toContainText('签发王五2020年12月1日');
    await expect(page.getByText('已签发，可以定稿。')).toBeVisible();
  });

  await test.step('定稿 locks the report', async () => {
    for (const [id, name] of [
      ['拟稿人', '张三'],
      ['审核人', '李四'],
      ['签发人', '王五'],
    ] as const)
      await page.getByLabel(id, { exact: true }).last().fill(name);
    await press(page, '定稿并锁定');
    await page.getByRole('dialog').getByRole('button', { name: '定稿', exact: true }).click();
    await expect(message(page, '已定稿，内容已锁定。')).toBeVisible();
    await expect(statusBar(page)).toContainText('已定稿，内容锁定');
    await chooseTable(page, '三、');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
    await expect(figure(page, `${NEW}自然人`)).toHaveCount(0);
    expect(shown(published)).toMatchObject({ status: 'final' });
  });

  await test.step('the final documents are exported without 草稿', async () => {
    await press(page, '导出年报');
    await page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click();
    await expect(page.getByRole('dialog', { name: '导出完成' })).toBeVisible({ timeout: 60_000 });
    await press(page, '完成');
    expect(readdirSync(folder).some((name) => name.endsWith('.pdf') && !name.includes('草稿'))).toBe(true);
  });

  await test.step('核验 finds an exported file that was changed', async () => {
    await goTo(page, '送审与定稿');
    await press(page, '核验');
    await expect(page.getByRole('region', { name: '核验' })).toContainText('3个导出的文件与记录一致。');
    const word = readdirSync(folder).find((name) => name.endsWith('.docx')) ?? '';
    writeFileSync(join(folder, word), '有人改过');
    await press(page, '核验');
    await expect(page.getByRole('region', { name: '核验' })).toContainText(`“${word}”在导出之后被改动或替换过`);
  });

  await test.step('the next year can be begun from the final report', async () => {
    await goTo(page, '总览');
    await expect(page.getByRole('button', { name: '编制 2021 年度' })).toBeVisible();
    await expect(statusBar(page)).toContainText('（均已说明）');
  });

  await test.step('解除定稿 needs a reason, and the figures can be edited again', async () => {
    await goTo(page, '送审与定稿');
    await expect(page.getByRole('button', { name: '解除定稿' })).toBeDisabled();
    await page.getByLabel('原因').fill('发布后发现笔误');
    await press(page, '解除定稿');
    await expect(page.getByRole('region', { name: '经过' })).toContainText('发布后发现笔误');
    await chooseTable(page, '三、');
    await type(page, `${NEW}自然人`, '29');
    await saved(page);
    expect(shown(published).cells['applications.new.natural']?.value).toBe('29');
  });
  expect(faults).toEqual([]);
});
