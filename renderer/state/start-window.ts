// Everything the window listens to from its first moment: keys, menu, files given from outside, the program's own events.
import { TITLE_MARKS } from '../../shared/ipc/contract.ts';
import { listen } from './desktop.ts';
import { openDocument, refreshStart, replaceSnapshot, settle, showDocument } from './document-actions.ts';
import { flushDrafts } from './drafts.ts';
import { request } from './desktop.ts';
import { runFromMenu } from './commands.ts';
import { watchFocus } from './focus-back.ts';
import { watchKeys } from './keys.ts';
import { readSource, startImport } from './import-actions.ts';
import { notify, valueOf } from './notices.ts';
import { setState, state, useStore } from './store.ts';
import { applyTextSize, keptTextSize } from './text-size.ts';
import { isMended } from './import-wizard.ts';
import { watchFindings } from './watch-findings.ts';

/** Opens a document of the program, imports anything else; the content decides, the name only saves a question. */
export async function takeFile(path: string): Promise<void> {
  if (/\.nianbao$/i.test(path)) {
    await openDocument(path);
    return;
  }
  if (!(await settle())) return;
  startImport();
  await readSource(path);
}

async function reread(message: string): Promise<void> {
  notify('warning', message);
  if (!(await settle())) return;
  const now = valueOf(await request('app:state'));
  if (!now || !state().document) return;
  if (now.snapshot) replaceSnapshot(now.snapshot);
  else {
    // it was not opened again, as the message says
    showDocument(null);
    setState({ recent: now.recent });
  }
}

async function readSettings(): Promise<void> {
  const settings = valueOf(await request('settings:read'));
  if (!settings) return;
  setState({ settings });
  if (settings.missingFolder !== null)
    notify('warning', `数据文件夹“${settings.missingFolder}”找不到，备份暂存在默认位置；可在设置中重新选择。`);
}

/** Starts the window; gives the function that stops everything again. */
export function startWindow(): () => void {
  const size = keptTextSize();
  setState({ textSize: size });
  applyTextSize(size);
  const stops = [
    watchKeys(),
    watchFocus(),
    watchFindings(),
    useStore.subscribe((now, before) => {
      if (now.textSize !== before.textSize) applyTextSize(now.textSize);
      const { wizard } = now.importing;
      const marks = [
        now.saving.kind === 'failed' && TITLE_MARKS.unsaved,
        wizard && isMended(wizard) && TITLE_MARKS.importing,
      ];
      const mark = marks.map((one) => (one ? `${one} ` : '')).join('');
      const title = now.document ? `${mark}${now.document.report.title} - 年报编制` : `${mark}年报编制`;
      if (document.title !== title) document.title = title;
    }),
    listen('menu:command', runFromMenu),
    listen('file:given', ({ path }) => void takeFile(path)),
    listen('work:progress', (progress) => setState({ progress })),
    listen('engine:restarted', ({ message }) => void reread(message)),
    listen('backup:failed', ({ folder }) =>
      notify('warning', `备份没有存成，年报已照常保存；请检查数据文件夹“${folder}”，或在设置中更改。`),
    ),
  ];
  window.addEventListener('pagehide', flushDrafts);
  window.addEventListener('blur', flushDrafts);
  void refreshStart();
  void readSettings();
  return () => {
    window.removeEventListener('pagehide', flushDrafts);
    window.removeEventListener('blur', flushDrafts);
    for (const stop of stops) stop();
  };
}
