// 设置: the name goes into the history and is proposed as 拟稿人, also after a restart; dated copies are listed where they are looked for.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { shown, test } from './launch.ts';
import { answerDialogs, chooseTable, goTo, message, open, press, saved, type } from './staffer.ts';

const NEW = '一、本年新收政府信息公开申请数量，申请人情况，自然人';

test('the name set once is in the history and on the way to 签发, also after a restart', async ({
  start,
  published,
}) => {
  const first = await start(published);
  await saved(first.page);
  await first.page.keyboard.press('Control+,');
  const dialog = first.page.getByRole('dialog', { name: '设置' });
  await expect(dialog).toContainText('仿宋_GB2312');
  await expect(dialog).toContainText('data');
  await dialog.getByLabel('姓名').fill('王小明');
  await press(first.page, '确定');
  await expect(dialog).toHaveCount(0);
  await chooseTable(first.page, '三、');
  await type(first.page, NEW, '31');
  await saved(first.page);
  await goTo(first.page, '版本与历史');
  await expect(first.page.getByRole('button', { name: /^\d\d:.*填写/ }).first()).toContainText('王小明');
  expect(first.faults).toEqual([]);
  await first.app.close();

  const second = await start(published);
  await goTo(second.page, '送审与定稿');
  await expect(second.page.getByLabel('拟稿人').first()).toHaveValue('王小明');
  // nobody's name stands for the reviewer's
  await press(second.page, '记录');
  await expect(second.page.getByLabel('审核人').first()).toHaveValue('');
});

test('a data folder that takes no copies is told once; the report is saved all the same', async ({
  start,
  published,
  folder,
}) => {
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', 'settings.json'), JSON.stringify({ dataFolder: '/proc' })); // nothing can be made there
  const { page } = await start(published);
  await expect(message(page, '备份没有存成，年报已照常保存；请检查数据文件夹“/proc”，或在设置中更改。')).toBeVisible();
  await saved(page);
});

test('a report that is gone comes back from the list of its dated copies on the start screen', async ({
  start,
  published,
  folder,
}) => {
  const { app, page } = await start();
  await open(app, page, published);
  await saved(page);
  await goTo(page, '版本与历史');
  await page.getByText('自动备份').click();
  await expect(page.getByRole('button', { name: '恢复为新文件…' })).toHaveCount(1);
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('heading', { name: '最近的年报' })).toBeVisible();
  renameSync(published, join(folder, '别处.bak'));

  const back = join(folder, '取回.nianbao');
  await answerDialogs(app, { save: back });
  await press(page, '从备份恢复…');
  await press(page, '恢复为新文件…');
  await expect(page.getByRole('navigation', { name: '大纲' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(shown(back).cells['applications.new.natural']?.value).toBe('28');
});

test('dated copies go with the data folder, and a damaged report shows them wherever it is opened', async ({
  start,
  published,
  folder,
}) => {
  const first = await start(published);
  await saved(first.page);
  await first.page.keyboard.press('Control+,');
  const settings = first.page.getByRole('dialog', { name: '设置' });
  await answerDialogs(first.app, { folder: published }); // a file, as good as a folder that cannot be written
  await settings.getByRole('button', { name: '更改…' }).click();
  await expect(message(first.page, /不能写入，数据文件夹没有更改；请换一个文件夹。$/)).toBeVisible();
  await answerDialogs(first.app, { folder: join(folder, 'U盘') });
  await settings.getByRole('button', { name: '更改…' }).click();
  await expect(message(first.page, '数据文件夹已更改，复制了 1 份备份。')).toBeVisible();
  await expect(settings).toContainText(join(folder, 'U盘', '年报编制备份'));
  const before = join(folder, 'data', 'backups');
  expect(readdirSync(before)).toHaveLength(1); // what was there stays
  rmSync(before, { recursive: true });
  await first.app.close();
  const bytes = readFileSync(published);
  writeFileSync(published, bytes.subarray(0, bytes.length >> 1));

  const { app, page } = await start();
  const dialog = page.getByRole('dialog', { name: '的备份' });
  const doors = [
    () => open(app, page, published),
    () => press(page, '从上年年报开始').then(() => press(page, '选择文件…')),
    () => press(page, '取消').then(() => press(page, basename(published))),
  ];
  for (const door of doors) {
    await door();
    await expect(dialog.getByRole('button', { name: '恢复为新文件…' })).toHaveCount(1);
    await expect(dialog.getByRole('listitem')).toHaveCSS('display', 'flex'); // drawn as in 版本与历史, which was not shown yet
    if (door !== doors.at(-1)) await page.keyboard.press('Escape');
    if (door !== doors.at(-1)) await expect(dialog).toHaveCount(0);
  }
  await answerDialogs(app, { save: join(folder, '取回.nianbao') });
  await dialog.getByRole('button', { name: '恢复为新文件…' }).click();
  await expect(page.getByRole('navigation', { name: '大纲' })).toBeVisible();
});
