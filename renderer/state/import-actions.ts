// Reading a file into the import wizard, leaving it, and writing what it proposes.
import type { EditionId } from '../../shared/model/report.ts';
import { request } from './desktop.ts';
import { opening } from './document-actions.ts';
import { acceptanceOf, obstacle, startWizard, type Wizard } from './import-wizard.ts';
import { go } from './navigate.ts';
import { notify, valueOf } from './notices.ts';
import { setState, state } from './store.ts';

export const LAST_STEP = 4;

/** Reads a file and shows what was recognised; null asks the person for one. Nothing is written. */
export async function readSource(
  path: string | null,
  wishes: { readonly year?: number; readonly edition?: EditionId } = {},
): Promise<void> {
  setState({ importing: { ...state().importing, reading: true } });
  const source = valueOf(await request('source:read', path, wishes));
  const { importing } = state();
  setState({
    progress: null,
    importing: source
      ? { reading: false, step: 1, wizard: startWizard(path && !source.path ? { ...source, path } : source) }
      : { ...importing, reading: false },
  });
}

export const changeWizard = (wizard: Wizard): void => setState({ importing: { ...state().importing, wizard } });

/** To the next or the step before; not over something that is missing or no figure. */
export function moveStep(by: 1 | -1): void {
  const { importing } = state();
  const reason = by > 0 && importing.step > 0 && importing.wizard ? obstacle(importing.wizard) : null;
  if (reason) notify('warning', reason);
  else setState({ importing: { ...importing, step: importing.step + by } });
}

const NOTHING = { reading: false, step: 0, wizard: null } as const;

/** Into the wizard, at its beginning. */
export function startImport(): void {
  setState({ importing: NOTHING, progress: null });
  go({ view: 'import' });
}

export function leaveImport(): void {
  void request('source:cancel');
  setState({ importing: NOTHING, progress: null });
  go({ view: state().document ? 'overview' : 'start' });
}

/** Writes the new document; the wizard stays as it is when the person cancels the question for a place. */
export async function finishImport(): Promise<void> {
  const { wizard } = state().importing;
  if (!wizard) return;
  const done = await opening('正在写入…', () => request('source:accept', acceptanceOf(wizard)));
  if (done) setState({ importing: NOTHING });
}
