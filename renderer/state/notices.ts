// Short messages to the person, shown at the top of the window by frame/messages.tsx.
import type { Result } from '../../shared/model/result.ts';
import { type Notice, setState, state } from './store.ts';

let last = 0;

export function notify(kind: Notice['kind'], text: string): void {
  setState({ notices: [...state().notices, { id: ++last, kind, text }] });
}

export const noticeShown = (id: number): void =>
  setState({ notices: state().notices.filter((notice) => notice.id !== id) });

/** The value of a reply; a refusal is shown and gives undefined. */
export function valueOf<T>(result: Result<T>): T | undefined {
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') notify('error', result.error.message);
  return undefined;
}
