// TEST ONLY: pictures of every screen, with the findings of axe. Usage: shoot.ts OUT-FOLDER [screen …]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { openWindowBrowser } from './browser.ts';
import { screens } from './screens.ts';

const [folder = 'shots', ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await openWindowBrowser();
try {
  for (const [name, steps] of Object.entries(screens)) {
    if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
    const { page, context, faults } = await browser.open();
    await steps(page).catch((error: unknown) => console.log(name, String(error)));
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations)
      console.log(name, id, nodes.map(({ html }) => html.slice(0, 160)).join('\n    '));
    for (const fault of faults) console.log(name, fault);
    await context.close();
  }
} finally {
  await browser.close();
}
