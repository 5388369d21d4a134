// Closing the window: what was typed goes to the file first. When that fails or takes long, the person decides.
import type { BrowserWindow } from 'electron';
import type { Dialogs } from './dialogs.ts';

/** The window is told to settle and close its document; so long it may take without being asked about. */
const PATIENCE_MS = 3_000;

export interface ClosingPorts {
  readonly window: BrowserWindow;
  readonly dialogs: Pick<Dialogs, 'ask'>;
  documentOpen(): boolean;
  /** Something is on its way to the file. */
  busy(): boolean;
  /** Asks where work would be lost that is no edit, such as an export; false where the person stays. */
  mayLeave(): Promise<boolean>;
  /** Asks the window's page to settle its edits and to close the document. */
  askPage(): void;
  /** Whether the page says that something is not saved; rejects or stays away when it does not answer. */
  unsaved(): Promise<boolean>;
  readonly patienceMs?: number;
}

export interface Closing {
  /** The page has closed its document. */
  documentClosed(): void;
}

export function closeCarefully(ports: ClosingPorts): Closing {
  const { window, dialogs, documentOpen, busy, mayLeave, askPage, unsaved, patienceMs = PATIENCE_MS } = ports;
  let state: 'open' | 'asking' | 'waiting' | 'leaving' = 'open';
  let timer: NodeJS.Timeout | undefined;

  const leave = (): void => {
    state = 'leaving';
    clearTimeout(timer);
    if (!window.isDestroyed()) window.close();
  };
  const wait = (): void => {
    state = 'waiting';
    timer = setTimeout(() => void late(), patienceMs);
  };
  /** The page has not closed its document: it may have none, it may be busy, hang, or have something that cannot be saved. */
  async function late(): Promise<void> {
    if (busy()) {
      wait();
      return;
    }
    const silent = new Promise<boolean>((done) => setTimeout(() => done(true), patienceMs));
    const doubtful = await Promise.race([unsaved().catch(() => true), silent]);
    if (state !== 'waiting') return;
    if (doubtful) await ask();
    else leave();
  }
  async function begin(): Promise<void> {
    state = 'asking';
    if (!(await mayLeave())) {
      state = 'open';
      return;
    }
    wait();
    askPage();
  }
  async function ask(): Promise<void> {
    const detail = '窗口还没有把最后的修改写入文件。继续等待，或者放弃这些修改直接退出；此前已保存的内容不受影响。';
    const button = await dialogs.ask('还有内容没有保存完，要退出吗？', detail, ['返回', '直接退出']);
    if (state !== 'waiting') return; // it was saved while the question stood
    if (button === 1) leave();
    else state = 'open';
  }

  window.on('close', (event) => {
    if (state === 'leaving' || !documentOpen()) return;
    event.preventDefault();
    if (state === 'open') void begin();
  });
  return {
    documentClosed() {
      if (state === 'waiting') setImmediate(leave); // the reply to the page goes out first
    },
  };
}
