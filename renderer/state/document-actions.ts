// Opening, making and closing a document, and every edit of it.
import type { CellInput, ChosenKind, Delta, EditSource, Opened, Snapshot } from '../../shared/ipc/contract.ts';
import { acceptProposed, editCells } from '../../shared/editions/edit-cells.ts';
import type { ChapterDoc } from '../../shared/model/chapter.ts';
import { applyEdits } from '../../shared/model/edit.ts';
import type { CellId, ChapterKey, Report } from '../../shared/model/report.ts';
import type { Result } from '../../shared/model/result.ts';
import { request } from './desktop.ts';
import { createEditQueue, type EditQueue } from './edit-queue.ts';
import { flushDrafts } from './drafts.ts';
import { notify, valueOf } from './notices.ts';
import { setState, state } from './store.ts';

let made: EditQueue | null = null;

/** The one queue of the window; made on first use. */
const queue = (): EditQueue =>
  (made ??= createEditQueue({
    show: (document) => setState({ document }),
    saving: (saving) => setState({ saving }),
    refused: (message) => notify('error', message),
    reload,
  }));

/** The open document anew. The engine gives a document up after several deaths in a row; an edit is worth another try. */
async function reload(): Promise<Snapshot | null> {
  const now = await request('app:state');
  const path = state().document?.path;
  if (!now.ok || now.value.snapshot || path === undefined) return now.ok ? now.value.snapshot : null;
  const opened = await request('document:open', path);
  return opened.ok && opened.value ? opened.value.snapshot : null;
}

/** Everything typed is on the disk, or the person is told why not. */
export async function settle(): Promise<boolean> {
  flushDrafts();
  const settled = await queue().settled();
  const { saving } = state();
  if (!settled && saving.kind === 'failed')
    notify('error', `还有修改未能保存，请先处理后再继续。原因：${saving.reason}`);
  return settled;
}

export function showDocument(snapshot: Snapshot | null, opened?: Opened): void {
  queue().open(snapshot);
  setState({
    document: snapshot,
    findings: [],
    checkedAt: null,
    checked: false,
    carried: opened?.carried ?? [],
    activeCell: null,
    selection: null,
    flash: [],
    jump: null,
    quote: null,
    finding: null,
    dialog: null,
    place: snapshot ? { view: 'overview' } : { view: 'start' },
  });
}

/** The same document in another state: another path, finalised, unlocked. The person stays where they are. */
export function replaceSnapshot(snapshot: Snapshot): void {
  queue().open(snapshot);
  setState({ document: snapshot });
}

/** Runs a request that may open a document; the one open now is settled first. */
export async function opening(text: string, ask: () => Promise<Result<Opened | null>>): Promise<boolean> {
  if (!(await settle())) return false;
  setState({ busy: text });
  const opened = valueOf(await ask());
  setState({ busy: null });
  if (!opened) return false;
  showDocument(opened.snapshot, opened);
  return true;
}

/** A file that the person chooses; null where they choose none. */
export async function chooseFile(kind: ChosenKind): Promise<string | null> {
  setState({ busy: '请选择文件…' });
  const path = valueOf(await request('file:choose', kind));
  setState({ busy: null });
  return path ?? null;
}

/** Asks for a document, or for a dated copy, and opens it. */
export async function chooseDocument(kind: 'document' | 'backup' = 'document'): Promise<void> {
  const path = (await settle()) ? await chooseFile(kind) : null;
  if (path !== null) await openDocument(path);
}

/** The dated copies of the open report by their times; without one, the folder where all of them lie. */
export function showBackups(): void {
  const path = state().document?.path;
  if (path === undefined) void chooseDocument('backup');
  else setState({ dialog: 'backups', backupsOf: path });
}

export async function openDocument(path: string): Promise<boolean> {
  let damaged = false;
  const done = await opening('正在打开…', async () => {
    const opened = await request('document:open', path);
    damaged = !opened.ok && opened.error.code === 'file-damaged';
    return opened;
  });
  if (damaged) await offerBackups(path);
  return done;
}

/** A damaged report is not the end of it: where there are dated copies, they are shown at once. */
export async function offerBackups(path: string): Promise<void> {
  const copies = await request('backup:list', path);
  if (copies.ok && copies.value.length > 0) setState({ dialog: 'backups', backupsOf: path });
}

export const newDocument = (organ: string, year: number): Promise<boolean> =>
  opening('正在新建…', () => request('document:new', organ, year));

export const nextYear = (): Promise<boolean> => opening('正在编制下一年度…', () => request('document:next-year'));

/** Also the way out when the file has gone or its disk is full: what could not be saved there is saved in the new file. */
export async function saveAs(): Promise<void> {
  flushDrafts();
  await queue().settled();
  const snapshot = valueOf(await request('document:save-as'));
  if (!snapshot) return;
  queue().moveTo(snapshot);
  if (await queue().settled()) notify('success', `已另存为 ${snapshot.path}`);
}

export async function closeDocument(): Promise<void> {
  if (!(await settle())) return;
  if (valueOf(await request('document:close')) === undefined) return;
  showDocument(null);
  await refreshStart();
}

/** Reads recent documents and the open one, at the start and after the engine was started again. */
export async function refreshStart(): Promise<void> {
  const now = valueOf(await request('app:state'));
  if (!now) return;
  setState({ recent: now.recent, version: now.version });
  if (now.snapshot && !state().document) showDocument(now.snapshot);
}

/** Shows at once what the edit does, then sends it. Figures are read by the same code that the program uses. */
export function editFigures(inputs: readonly CellInput[], source: EditSource): void {
  const { document } = state();
  if (!document || inputs.length === 0) return;
  const change = editCells(document.report, inputs, source);
  if (!change.ok) {
    notify('error', change.error.message);
    return;
  }
  void queue().add({
    apply: (report) => applied(report, (now) => editCells(now, inputs, source)),
    send: (revision) => request('cells:edit', inputs, source, revision),
    repeatable: true,
  });
}

const applied = (report: Report, edit: (report: Report) => ReturnType<typeof editCells>): Report => {
  const change = edit(report);
  return change.ok ? applyEdits(report, change.value.edits) : report;
};

export const acceptFigures = (cells: readonly CellId[]): void =>
  void queue().add({
    apply: (report) => applyEdits(report, acceptProposed(report, cells).edits),
    send: () => request('cells:accept', cells),
    repeatable: true,
  });

export const editChapter = (chapter: ChapterKey, doc: ChapterDoc): Promise<Result<Delta>> =>
  queue().add({
    apply: (report) => ({ ...report, chapters: { ...report.chapters, [chapter]: doc } }),
    send: (revision) => request('chapter:edit', chapter, doc, revision),
    repeatable: true,
  });

export const editField = (field: 'organ' | 'title', text: string): void =>
  void queue().add({
    apply: (report) => ({ ...report, [field]: text }),
    send: () => request('field:edit', field, text),
    repeatable: true,
  });

async function step(name: 'history:undo' | 'history:redo'): Promise<void> {
  flushDrafts();
  await queue().add({ apply: (report) => report, send: () => request(name), repeatable: false });
}

export const undo = async (): Promise<void> => {
  flushDrafts();
  await queue().settled();
  if (state().document?.undo) await step('history:undo');
  else notify('info', '没有可以撤销的操作。');
};

export const redo = async (): Promise<void> => {
  if (state().document?.redo) await step('history:redo');
  else notify('info', '没有可以重做的操作。');
};

/** The content as it was after an entry of the history; an edit like any other. */
export async function restoreMoment(revision: number): Promise<void> {
  if (!(await settle())) return;
  const restored = await queue().add({
    apply: (report) => report,
    send: () => request('history:restore', revision),
    repeatable: false,
  });
  if (restored.ok) notify('success', '已恢复，可以撤销。');
}

export const retrySaving = (): void => queue().retry();

export async function explain(findingKey: string, text: string): Promise<void> {
  const path = state().document?.path;
  if (path === undefined || valueOf(await request('explanation:set', findingKey, text)) === undefined) return;
  // read only now: another 说明 may have been kept meanwhile, or another report opened
  const { document } = state();
  if (document?.path !== path) return;
  const explanations = Object.fromEntries(
    Object.entries({ ...document.explanations, [findingKey]: text }).filter(([, said]) => said.trim() !== ''),
  );
  queue().annotate({ explanations });
}
