// The window is shut in: no foreign script, no other address, no second window, no permission, nothing of Node, only the named calls.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { goTo, saved } from './staffer.ts';

const ELSEWHERE = 'https://elsewhere.example/';

const logOf = (folder: string): string => {
  const file = join(folder, 'data/logs/main.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Tries to load something from elsewhere in every way that a page has; gives what succeeded. */
const reachOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (address) => {
    const loads = (tag: 'img' | 'script' | 'link' | 'iframe'): Promise<boolean> =>
      new Promise((done) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => done(element.tagName !== 'IFRAME'));
        element.addEventListener('error', () => done(false));
        if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: address });
        else element.src = address;
        document.body.append(element);
      });
    const tries: Record<string, Promise<boolean>> = {
      fetch: fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
      beacon: Promise.resolve(navigator.sendBeacon(address)).then(() => false), // says only that it was queued
      socket: new Promise((done) => {
        const socket = new WebSocket('wss://elsewhere.example/');
        socket.addEventListener('open', () => done(true));
        socket.addEventListener('error', () => done(false));
      }),
      image: loads('img'),
      script: loads('script'),
      style: loads('link'),
      frame: loads('iframe'),
    };
    const reached = await Promise.all(Object.values(tries));
    return Object.keys(tries).filter((_, index) => reached[index]);
  }, ELSEWHERE);

test('the page runs no text as a program and loads nothing from elsewhere', async ({ start }) => {
  const { page } = await start();
  await page.evaluate(() => {
    const broken = new Set<string>();
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.add(effectiveDirective));
  });
  expect(await reachOut(page)).toEqual([]);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    try {
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- that it is refused is what is tested
      return [Reflect.get(window, 'ran'), new Function('return true')()] as const;
    } catch (error) {
      return [Reflect.get(window, 'ran'), error instanceof EvalError] as const;
    }
  });
  expect(ran).toEqual([undefined, true]);
  const broken = () => page.evaluate(() => [...(Reflect.get(window, 'broken') as Set<string>)].toSorted());
  await expect.poll(broken).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']);
});

test('without the content policy the program itself still lets no request out, and notes each in the log', async ({
  start,
  folder,
}) => {
  const { page } = await start();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await expect(page.locator('.frame')).toBeVisible();
  expect(await reachOut(page)).toEqual([]);
  expect(logOf(folder).split(`request refused: ${ELSEWHERE}`).length).toBeGreaterThan(3);
});

test('no window opens, and the page goes nowhere', async ({ start, folder, published }) => {
  const { app, page } = await start(published);
  await saved(page);
  const opened = await page.evaluate((address) => {
    const link = Object.assign(document.createElement('a'), { href: address, target: '_blank', textContent: 'x' });
    document.body.append(link);
    link.click();
    return window.open(address);
  }, ELSEWHERE);
  expect(opened).toBeNull();
  await page.evaluate((address) => {
    location.href = address;
  }, ELSEWHERE);
  await goTo(page, '送审与定稿');
  await expect(page.getByRole('heading', { name: '送审与定稿' })).toBeVisible();
  expect(app.windows()).toHaveLength(1);
  // the stand-in opens no second window; it breaks off, for the log, where it is asked to
  expect(logOf(folder)).not.toContain('child window');
  const title = (): Promise<string> => page.evaluate(() => document.title);
  const before = await title();
  await page.evaluate((address) => {
    const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
    document.body.append(form);
    form.submit();
  }, ELSEWHERE);
  expect(await title()).toBe(before); // Playwright's own page.title() waits for the navigation that never comes
});

test('every permission is denied', async ({ start }) => {
  const { page } = await start();
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const;
    const asked = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).catch(() => null)),
    );
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'denied',
    );
    const clipboard = await navigator.clipboard.readText().then(
      () => 'given',
      () => 'denied',
    );
    return [...asked.map((answer) => answer?.state), camera, clipboard, await Notification.requestPermission()];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('every page is sandboxed and isolated, the printing one too, and the window sees the three named calls only', async ({
  start,
  published,
}) => {
  const { app, page } = await start(published);
  await saved(page);
  await app.evaluate(({ app: program, BrowserWindow }) => {
    const made = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
    program.on('web-contents-created', (_event, contents) => made.push(contents));
    Object.assign(globalThis, { made });
  });
  await goTo(page, '打印预览');
  await expect(page.getByRole('navigation', { name: '页面缩略图' })).toBeVisible({ timeout: 20_000 });
  const preferences = await app.evaluate(() => {
    // Electron has the call, its typings do not
    const made = Reflect.get(globalThis, 'made') as { getLastWebPreferences(): Record<string, unknown> }[];
    return made.map((contents) => contents.getLastWebPreferences());
  });
  const closed = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false };
  expect(preferences.length).toBeGreaterThan(1);
  for (const one of preferences) expect(one).toMatchObject(closed);
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
    calls: Object.keys(window.desktop),
    frozen: Object.isFrozen(window.desktop) && !Reflect.set(window, 'desktop', {}),
  }));
  expect(seen).toEqual({ node: [], calls: ['request', 'on', 'pathOf'], frozen: true });
});

test('a call that the contract does not name, or with wrong arguments, is refused', async ({ start, folder }) => {
  const { page } = await start();
  const outcomes = await page.evaluate(
    async (secret) => {
      const ask = window.desktop.request as (...words: readonly unknown[]) => Promise<unknown>;
      const words = [['shell:run'], ['document:open', 7], ['file:open', secret], ['source:read', null], ['__proto__']];
      return Promise.all(
        words.map(async (one) => {
          try {
            return JSON.stringify(await ask(...one));
          } catch (error) {
            return String(error);
          }
        }),
      );
    },
    join(folder, 'data/recent.json'),
  );
  for (const outcome of outcomes) expect(outcome).toMatch(/"ok":false|unknown request/);
});
