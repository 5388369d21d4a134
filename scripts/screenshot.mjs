// npm run screenshot: the picture of README.md, taken of the program itself with the sample report, 1366×768.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command, launch } from '../test/e2e/launch.ts';
import { root } from './setup.mjs';

const [picture = path.join(root, 'resources/screenshot.png')] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-'));
const report = path.join(folder, '2020年报.nianbao');
command('import', path.join(root, 'resources/sample/市生态环境局2020年度报告.txt'), '--out', report);
const app = await launch(path.join(folder, 'data'), [report]);
try {
  const page = await app.firstWindow();
  const panel = page.getByRole('complementary', { name: '全审与对照' });
  await panel.getByRole('region', { name: '错误' }).waitFor();
  await page.getByRole('navigation', { name: '大纲' }).getByRole('button', { name: '三、' }).click();
  await page.getByRole('grid').waitFor();
  // the first finding, with every cell of its sum
  await page.keyboard.press('F4');
  await panel.getByRole('button', { name: '采纳建议' }).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture, animations: 'disabled', caret: 'hide' });
  console.log(path.relative(process.env.INIT_CWD ?? process.cwd(), picture));
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
