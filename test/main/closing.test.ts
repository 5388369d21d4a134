// Closing the window: a question that fails does not leave a window that nobody can close.
import { expect, test } from 'vitest';
import { closeCarefully } from '../../electron/main/closing.ts';

test('a window whose question failed can be closed again', async () => {
  let onClose: ((event: { preventDefault(): void }) => void) | undefined;
  let closed = 0;
  let asked = 0;
  const window = {
    on: (_name: string, listener: typeof onClose) => {
      onClose = listener;
    },
    isDestroyed: () => false,
    close: () => {
      closed++;
    },
  };
  const failed = new Promise<unknown>((done) => process.once('unhandledRejection', done));
  const ports = {
    window,
    dialogs: { ask: () => Promise.resolve(1) },
    documentOpen: () => false,
    busy: () => false,
    mayLeave: () => (asked++ === 0 ? Promise.reject(new Error('the question failed')) : Promise.resolve(true)),
    askPage: () => {},
    pageTitle: () => Promise.resolve('年报编制'),
  };
  closeCarefully(ports as unknown as Parameters<typeof closeCarefully>[0]); // a window with what is used of it
  onClose?.({ preventDefault: () => {} });
  await Promise.race([failed, new Promise((done) => setTimeout(done, 50))]);
  onClose?.({ preventDefault: () => {} });
  await expect.poll(() => closed).toBe(1);
});
