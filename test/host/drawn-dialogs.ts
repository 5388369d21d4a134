// Dialogs for a person at the stand-in: drawn over the focused window, in the preload's world, in a closed shadow root.
import { resolve } from 'node:path';
import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { app } from './app.ts';
import { host } from './host.ts';

interface Drawn {
  readonly text: string;
  readonly detail?: string;
  /** A path to edit; absent in a message. */
  readonly path?: string;
  /** With a button for the system's own choice of a file. */
  readonly pick?: boolean;
  readonly buttons: readonly string[];
  readonly cancelId: number;
}

/** Runs in the page: sent as text, so it may use its parameter only. */
function draw(wanted: Drawn): Promise<unknown> {
  return new Promise((done) => {
    const frame = document.createElement('div');
    const box = document.createElement('dialog');
    const input = document.createElement('input');
    const picker = document.createElement('input');
    const end = (answer: unknown): void => {
      frame.remove();
      done(answer);
    };
    for (const text of [wanted.text, wanted.detail ?? '']) {
      box.append(Object.assign(document.createElement('p'), { textContent: text }));
    }
    if (wanted.path !== undefined) {
      input.value = wanted.path;
      input.ariaLabel = '路径';
      input.style.width = '30em';
      box.append(input);
    }
    if (wanted.pick) {
      picker.type = 'file';
      picker.addEventListener('change', () => end(picker.files?.[0]));
      box.append(picker);
    }
    wanted.buttons.forEach((textContent, index) => {
      const answer = (): unknown => (wanted.path === undefined ? index : index === 0 ? input.value : null);
      box.append(Object.assign(document.createElement('button'), { textContent, onclick: () => end(answer()) }));
    });
    // a file input's own cancel event bubbles up to here
    box.addEventListener('cancel', (event) => {
      if (event.target === box) end(wanted.path === undefined ? wanted.cancelId : null);
    });
    frame.attachShadow({ mode: 'closed' }).append(box);
    document.documentElement.append(frame);
    box.showModal();
  });
}

async function ask(wanted: Drawn): Promise<unknown> {
  const contents = host.focused?.webContents;
  if (!contents) throw new Error('stand-in host: a dialog needs a window');
  const { result } = await contents.command<{
    readonly result: { readonly value?: unknown; readonly objectId?: string };
  }>('Runtime.evaluate', {
    expression: `(${draw.toString()})(${JSON.stringify(wanted)})`,
    contextId: contents.world,
    awaitPromise: true,
  });
  if (!result.objectId) return result.value;
  // a chosen File knows its path
  const { path } = await contents.command<{ readonly path: string }>('DOM.getFileInfo', { objectId: result.objectId });
  return path;
}

const pathOrNull = (answer: unknown): string | null => (typeof answer === 'string' && answer !== '' ? answer : null);

export const askOpen = async (options: OpenDialogOptions): Promise<string | null> =>
  pathOrNull(
    await ask({
      text: options.title ?? '打开',
      path: options.defaultPath ?? '',
      pick: !options.properties?.includes('openDirectory'),
      buttons: [options.buttonLabel ?? '打开', '取消'],
      cancelId: 1,
    }),
  );

export const askSave = async (options: SaveDialogOptions): Promise<string | null> =>
  pathOrNull(
    await ask({
      text: options.title ?? '保存',
      path: resolve(app.getPath('documents'), options.defaultPath ?? ''),
      buttons: [options.buttonLabel ?? '保存', '取消'],
      cancelId: 1,
    }),
  );

export async function askMessage(options: MessageBoxOptions): Promise<number> {
  const cancelId = options.cancelId ?? 0;
  const answer = await ask({
    text: options.message,
    ...(options.detail ? { detail: options.detail } : {}),
    buttons: options.buttons ?? ['确定'],
    cancelId,
  });
  return typeof answer === 'number' ? answer : cancelId;
}
