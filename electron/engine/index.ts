// The engine process: hosts the one open document. May be killed at any time; every committed edit is in the file.
import { countFindings } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { refuse, type Result } from '../../shared/model/result.ts';
import { createSession } from '../core/session.ts';
import { PrintFailure } from './print-failure.ts';
import type { Ask, Asked, DocumentSummary, EngineMethods, FromEngine, ToEngine } from './protocol.ts';

const port = process.parentPort;
const send = (message: FromEngine): void => port.postMessage(message);

const asking = new Map<number, (answer: Asked) => void>();
let lastAsk = 0;
const ask = (what: Ask): Promise<Asked> =>
  new Promise((done) => {
    asking.set(++lastAsk, done);
    send({ kind: 'ask', id: lastAsk, ask: what });
  });

const session = createSession({
  author: process.argv[3] ?? '', // main knows who works here
  async printPdf(html) {
    const answer = await ask({ what: 'print', html });
    if (!('pdf' in answer)) throw new Error('main answered another question');
    if (!answer.pdf.ok) throw new PrintFailure(answer.pdf.error.message);
    return answer.pdf.value;
  },
  async readSource(path, wishes) {
    const answer = await ask({ what: 'read', path, wishes });
    if (!('read' in answer)) throw new Error('main answered another question');
    return answer.read;
  },
  ...(process.argv[2] === undefined ? {} : { backups: process.argv[2] }), // main says where
  ...(process.argv[4] === undefined ? {} : { standardBackups: process.argv[4] }),
  progress: (work, text, done, total) => send({ kind: 'progress', progress: { work, text, done, total } }),
});

function summary(): DocumentSummary | null {
  const snapshot = session.state();
  if (!snapshot) return null;
  const { report, previous, path } = snapshot;
  const { organ, year, status } = report;
  return { path, organ, year, status, errors: countFindings(runChecks(report, previous)).error };
}

const methods: EngineMethods = { ...session, summary };

async function answer({ id, method, args }: Extract<ToEngine, { kind: 'call' }>): Promise<void> {
  try {
    // main sends what the types of the broker allow
    const call = methods[method] as (...args: readonly unknown[]) => unknown;
    send({ kind: 'answer', id, value: await call(...args) });
  } catch (error) {
    if (error instanceof PrintFailure) {
      const refusal: Result<never> = refuse('printer-missing', error.message);
      send({ kind: 'answer', id, value: refusal });
    } else {
      send({ kind: 'broken', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
}

let failing = false;
/** After the answer is out, so that nobody waits for it. */
function keepBackup(): void {
  const kept = session.keepBackup();
  if (kept.ok) {
    if (kept.value) failing = false;
    return;
  }
  send({ kind: 'log', message: `backup: ${kept.error.message}` });
  if (!failing) send({ kind: 'backup-failed' });
  failing = true;
}

port.on('message', ({ data }: { readonly data: ToEngine }) => {
  if (data.kind === 'call') {
    void answer(data).then(keepBackup);
    return;
  }
  asking.get(data.id)?.(data.answer);
  asking.delete(data.id);
});
