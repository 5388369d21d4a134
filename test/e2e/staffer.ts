// What the staffer does at the window and sees there, by roles and the words on the screen.
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

export interface Answers {
  /** The file chosen in 打开 and in 选择上年年报. */
  readonly open?: string;
  /** The name given in 另存为, 保存年报 and the like. */
  readonly save?: string;
  /** The folder chosen for an export. */
  readonly folder?: string;
  /** The button pressed in a question; otherwise the safe one. */
  readonly button?: string;
}

/** Answers the system's dialogs from now on; one that has no answer is cancelled. */
export const answerDialogs = (app: ElectronApplication, answers: Answers): Promise<void> =>
  app.evaluate(({ dialog }, { open, save, folder, button }) => {
    dialog.showOpenDialog = (...args: readonly unknown[]) => {
      const { properties } = args.at(-1) as { properties?: readonly string[] };
      const path = properties?.includes('openDirectory') ? folder : open;
      return Promise.resolve({ canceled: !path, filePaths: path ? [path] : [] });
    };
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      const options = args.at(-1) as { message: string; buttons?: readonly string[]; cancelId?: number };
      const { buttons = [], cancelId = 0 } = options;
      Reflect.set(globalThis, 'asked', options.message);
      const response = button === undefined ? cancelId : buttons.indexOf(button);
      return Promise.resolve({ response, checkboxChecked: false });
    };
    dialog.showSaveDialog = () => Promise.resolve({ canceled: !save, filePath: save ?? '' });
  }, answers);

/** The last question of a system dialog. */
export const asked = (app: ElectronApplication): Promise<unknown> =>
  app.evaluate(() => Reflect.get(globalThis, 'asked') as unknown);

/** Goes to a screen by the outline on the left. */
export const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '大纲' }).getByRole('button', { name }).click();

/** Goes to a table and waits until it is drawn. */
export async function chooseTable(page: Page, name: string): Promise<void> {
  await goTo(page, name);
  await expect(page.getByRole('grid')).toBeVisible();
}

export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

export const statusBar = (page: Page): Locator => page.getByRole('contentinfo', { name: '状态栏' });

export const saved = (page: Page): Promise<void> => expect(statusBar(page)).toContainText('已自动保存');

/** A figure of the table on the screen that can be typed into, by what is read out for it. */
export const figure = (page: Page, label: string): Locator =>
  page.getByRole('grid').getByRole('textbox', { name: label, exact: true });

/** Types over a figure and goes on with Enter. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await figure(page, label).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** The panel of 全审 on the right. */
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: '全审与对照' });

/** A message at the top of the window. */
export const message = (page: Page, text: string | RegExp): Locator => page.locator('.ant-message').getByText(text);

/** Opens a document through the menu's own key and the system's dialog. */
export async function open(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerDialogs(app, { open: path });
  await page.keyboard.press('Control+o');
}

/** The entry of a document in the list of recent ones on the start screen. */
export const recent = (page: Page, path: string): Locator => page.getByRole('button', { name: path });
