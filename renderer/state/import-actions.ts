// Reading a file into the import wizard, leaving it, and writing what it proposes. What the person has mended in it is never dropped unasked.
import type { ReadSource } from '../../shared/ipc/contract.ts';
import type { EditionId } from '../../shared/model/report.ts';
import type { RefusalCode, Result } from '../../shared/model/result.ts';
import { request } from './desktop.ts';
import { chooseFile, offerBackups, opening } from './document-actions.ts';
import { acceptanceOf, isMended, obstacle, startWizard, type Wizard } from './import-wizard.ts';
import { go } from './navigate.ts';
import { notify } from './notices.ts';
import { confirmed } from './questions.ts';
import { setState, state } from './store.ts';

export const LAST_STEP = 4;

/** Reads a file and shows what was recognised; null asks the person for one. Nothing is written. */
export async function readSource(path: string | null, wishes: Wishes = {}): Promise<void> {
  if (await mayDrop('另选文件')) await readChosen(path, wishes);
}

async function readChosen(given: string | null, wishes: Wishes, kept: Partial<Wizard> = {}): Promise<void> {
  const path = given ?? (await chooseFile('source'));
  if (path === null) return;
  const refused = await read(() => request('source:read', path, wishes), kept);
  // also a report of the program's own may be damaged
  if (refused === 'file-damaged') await offerBackups(path);
}

/** The same for what was copied in a browser, Word or WPS. */
export async function readPasted(html: string, text: string): Promise<void> {
  if (await mayDrop('另选文件')) await read(() => request('source:paste', html, text));
}

/** The file once more with another form; what the person has said about organ, year and taking over stays. */
export async function readAgain(wizard: Wizard, edition: EditionId): Promise<void> {
  const { organ, year, mode } = wizard;
  if (Object.keys(wizard.corrections).length > 0 && !(await mayDrop('换表格格式'))) return;
  await readChosen(wizard.source.path ?? null, { edition, year }, { organ, year, mode });
}

type Wishes = { readonly year?: number; readonly edition?: EditionId };

/** Gives why it was refused, if it was. */
async function read(ask: () => Promise<Result<ReadSource>>, kept: Partial<Wizard> = {}): Promise<RefusalCode | null> {
  setState({ importing: { ...state().importing, reading: true, refused: null } });
  const reply = await ask();
  const { importing } = state();
  const source = reply.ok ? reply.value : null;
  const reason = reply.ok || reply.error.code === 'cancelled' ? null : reply.error.message;
  if (reason !== null && importing.step > 0) notify('error', reason);
  setState({
    progress: null,
    importing: source
      ? { reading: false, refused: null, step: 1, wizard: { ...startWizard(source), ...kept } }
      : { ...importing, reading: false, refused: reason },
  });
  return reply.ok ? null : reply.error.code;
}

export const changeWizard = (wizard: Wizard): void => setState({ importing: { ...state().importing, wizard } });

/** To the next or the step before; not over something that is missing or no figure. */
export function moveStep(by: 1 | -1): void {
  const { importing } = state();
  const reason = by > 0 && importing.step > 0 && importing.wizard ? obstacle(importing.wizard) : null;
  if (reason) notify('warning', reason);
  else setState({ importing: { ...importing, refused: null, step: importing.step + by } });
}

const NOTHING = { reading: false, refused: null, step: 0, wizard: null } as const;

/** Into the wizard: at its beginning, or where the person left it. */
export function startImport(): void {
  if (!state().importing.wizard) setState({ importing: NOTHING, progress: null });
  go({ view: 'import' });
}

export async function leaveImport(): Promise<void> {
  if (!(await mayDrop('取消装入'))) return;
  void request('source:cancel');
  setState({ importing: NOTHING, progress: null });
  go({ view: state().document ? 'overview' : 'start' });
}

async function mayDrop(what: string): Promise<boolean> {
  const { wizard } = state().importing;
  if (!wizard || !isMended(wizard)) return true;
  return confirmed({
    title: `${what}会丢弃已作的改正，确定吗？`,
    text: `“${wizard.source.fileName}”中改正过的内容还没有写入年报。`,
    yes: what,
    no: '继续核对',
  });
}

/** Writes the new document; the wizard stays as it is when the person cancels the question for a place. */
export async function finishImport(): Promise<void> {
  const { wizard } = state().importing;
  if (!wizard) return;
  const done = await opening('正在写入…', () => request('source:accept', acceptanceOf(wizard)));
  if (done) setState({ importing: NOTHING });
}
