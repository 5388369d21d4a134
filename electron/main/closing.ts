// Closing the window: what was typed goes to the file first. When that fails or takes long, or other work would be lost, the person decides.
import type { BrowserWindow } from 'electron';
import { TITLE_MARKS } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './dialogs.ts';

/** The window is told to settle and close its document; so long it may take without being asked about. */
const PATIENCE_MS = 3_000;

export interface ClosingPorts {
  readonly window: BrowserWindow;
  readonly dialogs: Pick<Dialogs, 'ask'>;
  documentOpen(): boolean;
  /** Something is on its way to the file. */
  busy(): boolean;
  /** Asks where an export is under way; false where the person stays. */
  mayLeave(): Promise<boolean>;
  /** Asks the window's page to settle its edits and to close the document. */
  askPage(): void;
  /** The page's title, whose marks say what is not written; rejects or stays away when the page does not answer. */
  pageTitle(): Promise<string>;
  readonly patienceMs?: number;
}

export interface Closing {
  /** The page has closed its document. */
  documentClosed(): void;
}

export function closeCarefully(ports: ClosingPorts): Closing {
  const { window, dialogs, documentOpen, busy, mayLeave, askPage, pageTitle, patienceMs = PATIENCE_MS } = ports;
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
  /** The title, or `otherwise` where the page does not answer in time. */
  const titleOr = (otherwise: string): Promise<string> => {
    const silent = new Promise<string>((done) => setTimeout(() => done(otherwise), patienceMs));
    return Promise.race([pageTitle().catch(() => otherwise), silent]);
  };

  async function begin(): Promise<void> {
    state = 'asking';
    try {
      if (!(await mayLeave()) || !(await mayDropImport())) return;
    } finally {
      state = 'open'; // also where a question failed: the window can be closed again
    }
    if (!documentOpen()) {
      leave();
      return;
    }
    wait();
    askPage();
  }
  async function mayDropImport(): Promise<boolean> {
    if (!(await titleOr('')).includes(TITLE_MARKS.importing)) return true;
    const detail = '核对时作的改正还没有写入年报，退出后需要重新核对。';
    return (await dialogs.ask('装入上年数据还没有完成，要退出吗？', detail, ['返回', '直接退出'])) === 1;
  }
  /** The page has not closed its document: it may have none, it may be busy, hang, or have something that cannot be saved. */
  async function late(): Promise<void> {
    if (busy()) {
      wait();
      return;
    }
    const title = await titleOr(TITLE_MARKS.unsaved);
    if (state !== 'waiting') return;
    if (title.includes(TITLE_MARKS.unsaved)) await ask();
    else leave();
  }
  async function ask(): Promise<void> {
    const detail = '窗口还没有把最后的修改写入文件。继续等待，或者放弃这些修改直接退出；此前已保存的内容不受影响。';
    const button = await dialogs.ask('还有内容没有保存完，要退出吗？', detail, ['返回', '直接退出']);
    if (state !== 'waiting') return; // it was saved while the question stood
    if (button === 1) leave();
    else state = 'open';
  }

  window.on('close', (event) => {
    if (state === 'leaving') return;
    event.preventDefault();
    if (state === 'open') void begin();
  });
  return {
    documentClosed() {
      if (state === 'waiting') setImmediate(leave); // the reply to the page goes out first
    },
  };
}
