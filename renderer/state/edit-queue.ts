// Edits on their way to the file: shown at once, sent one after another, each on the revision the last reply named.
import type { Delta, Snapshot } from '../../shared/ipc/contract.ts';
import type { RefusalCode, Result } from '../../shared/model/result.ts';
import type { Report } from '../../shared/model/report.ts';
import { mergeDelta, reuseEqual } from './merge.ts';

/** One edit: what it does to the shown report, and how it is asked of the program. */
export interface Outgoing {
  readonly apply: (report: Report) => Report;
  readonly send: (revision: number) => Promise<Result<Delta>>;
  /** May be asked again after a failure without doing it twice; an undo may not. */
  readonly repeatable: boolean;
}

export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface QueueListener {
  /** The document as it should be shown now. */
  show(snapshot: Snapshot): void;
  saving(state: Saving): void;
  /** An edit was refused for what it says; it is gone from the screen. */
  refused(message: string): void;
  /** Reads the document anew; null where it cannot be read. */
  reload(): Promise<Snapshot | null>;
}

export interface EditQueue {
  open(snapshot: Snapshot | null): void;
  /** The same document in another file: what could not be saved in the old one is sent there. */
  moveTo(snapshot: Snapshot): void;
  add(edit: Outgoing): Promise<Result<Delta>>;
  /** Brings in what changed beside the report (说明, sign-off), so that the next reply does not undo it. */
  annotate(change: Partial<Omit<Snapshot, 'report' | 'revision'>>): void;
  /** Tries again what could not be saved. */
  retry(): void;
  /** Waits until nothing is under way; false where something could not be saved. */
  settled(): Promise<boolean>;
}

/** The edit itself is at fault: asking again cannot help. Everything else (disk, engine, revision) may pass. */
const REFUSED_FOR_GOOD: ReadonlySet<RefusalCode> = new Set([
  'bad-value',
  'bad-argument',
  'cell-unknown',
  'cell-locked',
  'finalised',
]);

interface Waiting {
  readonly edit: Outgoing;
  readonly done: (reply: Result<Delta>) => void;
}

export function createEditQueue(listener: QueueListener): EditQueue {
  let confirmed: Snapshot | null = null;
  let shown: Snapshot | null = null;
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let failed = false;

  const show = (): void => {
    if (!confirmed) return;
    const report = waiting.reduce((next, { edit }) => edit.apply(next), confirmed.report);
    shown = { ...confirmed, report: shown ? reuseEqual(shown.report, report) : report };
    listener.show(shown);
  };
  const finish = (first: Waiting, reply: Result<Delta>): void => {
    waiting = waiting.filter((one) => one !== first);
    if (reply.ok && confirmed) confirmed = mergeDelta(confirmed, reply.value);
    if (!reply.ok) listener.refused(reply.error.message);
    first.done(reply);
    show();
  };
  const reload = async (): Promise<void> => {
    const snapshot = await listener.reload();
    if (snapshot) confirmed = snapshot;
    show();
  };

  const revision = (): number => confirmed?.revision ?? 0;
  const current = (): Promise<void> | null => running;
  const next = (): Waiting | undefined => waiting[0];

  async function pump(): Promise<void> {
    failed = false;
    listener.saving({ kind: 'saving' });
    for (let first = next(); first; first = next()) {
      let reply = await first.edit.send(revision());
      if (!reply.ok && !REFUSED_FOR_GOOD.has(reply.error.code)) {
        await reload();
        if (first.edit.repeatable) reply = await first.edit.send(revision());
      }
      if (!reply.ok && first.edit.repeatable && !REFUSED_FOR_GOOD.has(reply.error.code)) {
        failed = true;
        listener.saving({ kind: 'failed', reason: reply.error.message });
        return;
      }
      finish(first, reply);
      if (!reply.ok) await reload();
    }
    listener.saving({ kind: 'saved' });
  }
  const start = (): void => {
    running ??= pump().finally(() => {
      running = null;
      if (waiting.length > 0 && !failed) start();
    });
  };

  return {
    open(snapshot) {
      confirmed = snapshot;
      shown = snapshot;
      waiting = [];
      failed = false;
      listener.saving({ kind: 'saved' });
    },
    moveTo(snapshot) {
      confirmed = snapshot;
      show();
      if (waiting.length > 0) start();
      else listener.saving({ kind: 'saved' });
    },
    add(edit) {
      return new Promise((done) => {
        waiting = [...waiting, { edit, done }];
        show();
        start();
      });
    },
    annotate(change) {
      if (confirmed) confirmed = { ...confirmed, ...change };
      show();
    },
    retry: start,
    async settled() {
      for (let now = current(); now; now = current()) await now;
      return waiting.length === 0;
    },
  };
}
