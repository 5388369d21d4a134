// electron.webContents of the stand-in: the pages of all windows.
import { host } from './host.ts';
import type { WebContents } from './web-contents.ts';

const all = (): readonly WebContents[] => [...host.windows].map((window) => window.webContents);

export const webContents = {
  getAllWebContents: all,
  fromId: (id: number): WebContents | undefined => all().find((contents) => contents.id === id),
  /** Playwright finds the window of a page by it. */
  fromDevToolsTargetId: (target: string): WebContents | undefined =>
    all().find((contents) => contents.targetId === target),
};
