// One open document and everything that can be done with it. The window's engine and the tests drive the same session.
import { randomUUID } from 'node:crypto';
import { chapterText } from '../../shared/model/chapter.ts';
import { type Change, editsBetween } from '../../shared/model/edit.ts';
import type { CellId, ChapterKey, Report } from '../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import type { ChapterDoc } from '../../shared/model/chapter.ts';
import type {
  AcceptImport,
  BackupCopy,
  CellInput,
  Delta,
  EditSource,
  ExportedFile,
  ExportKind,
  ExportWishes,
  HistoryEntry,
  KeptSource,
  Opened,
  PrintedKind,
  ReadSource,
  SignoffNames,
  SignoffStep,
  Snapshot,
  Verified,
} from '../../shared/ipc/contract.ts';
import { acceptProposed, editCells, takeComputedTotals } from '../../shared/editions/edit-cells.ts';
import { EDITIONS } from '../../shared/editions/index.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { carryForward } from '../../shared/carry/carry-forward.ts';
import { createDocument, type DocumentStore, openDocument } from './store/document-store.ts';
import { restoreSnapshot } from './store/snapshots.ts';
import { createBackups } from './backups.ts';
import { changedTargets, exportDocuments, type PreviewPdf, previewPdf, type PrintPdf } from './export-documents.ts';
import { acceptedImport, type HeldSource, proposeImport, type ReadSourceFile } from './import-source.ts';
import { fileNameOf } from './file-names.ts';
import { verifyDocument } from './document-files.ts';
import { verificationText } from './verification.ts';
import { finaliseDocument } from './sign-off.ts';

export interface SessionPorts {
  /** Prints HTML to PDF bytes; the window's program does it in a hidden window. */
  printPdf: PrintPdf;
  /** Recognises one foreign file, in a process of its own. */
  readSource: ReadSourceFile;
  /** Who works here, for the history; '' where that is not known. */
  readonly author?: string;
  progress(work: 'import' | 'export', text: string, done: number, total: number): void;
  /** The folder for dated copies of the open document; none are made without it. */
  readonly backups?: string;
  /** Where they lie unless another folder was chosen. */
  readonly standardBackups?: string;
}

export type Session = ReturnType<typeof createSession>;

const PREFACE = { number: '', title: '引言' } as const;

const noDocument = () => refuse('no-document', '还没有打开年报。');

export function createSession(ports: SessionPorts) {
  let who = { author: ports.author ?? '' };
  let store: DocumentStore | null = null;
  let held: HeldSource | null = null;
  let exporting: AbortController | null = null;
  const backups = createBackups(ports.backups, ports.standardBackups);

  const close = (): void => {
    exporting?.abort();
    store?.close();
    store = null;
  };
  /** Takes a newly opened document in place of the present one, which stays open when the new one cannot be. */
  const take = (opening: Result<DocumentStore>, carried?: Opened['carried']): Result<Opened> => {
    if (!opening.ok) return opening;
    if (store !== opening.value) close();
    store = opening.value;
    backups.lookAnew();
    return ok({ snapshot: store.snapshot(), ...(carried ? { carried } : {}) });
  };
  const change = (make: (report: Report) => Result<Change>, revision?: number): Result<Delta> => {
    if (!store) return noDocument();
    const made = make(store.snapshot().report);
    return made.ok ? store.commit(made.value, revision) : made;
  };

  return {
    state: (): Snapshot | null => store?.snapshot() ?? null,

    open(path: string): Result<Opened> {
      if (store?.path === path) return ok({ snapshot: store.snapshot() });
      return take(openDocument(path, who));
    },

    create(path: string, organ: string, year: number): Result<Opened> {
      return take(
        createDocument(
          path,
          { report: emptyReport(organ, year), previous: null, label: '新建年报' },
          { ...who, force: true },
        ),
      );
    },

    /** Next year's draft with the open document as last year's report. */
    nextYear(path: string): Result<Opened> {
      if (!store) return noDocument();
      const previous = store.snapshot().report;
      const { draft, notes } = carryForward(previous, previous.year + 1);
      const label = `由${previous.year}年年报新建`;
      return take(createDocument(path, { report: draft, previous, label }, { ...who, force: true }), notes);
    },

    saveAs(path: string): Result<Snapshot> {
      if (!store) return noDocument();
      const copied = store.saveCopy(path);
      if (!copied.ok) return copied;
      const opened = take(openDocument(path, who));
      return opened.ok ? ok(opened.value.snapshot) : opened;
    },

    close,

    /** Who works here from now on, for the history. */
    signAs(author: string): void {
      who = { author };
      store?.signAs(author);
    },

    /** Dated copies of the document at `path`, or of the open one. */
    backupsOf(path: string | null): Result<readonly BackupCopy[]> {
      const document = path ?? store?.path;
      return document === undefined ? ok([]) : backups.list(document);
    },

    /** A dated copy of the open document on the local disk, when one is due. A refusal is for the log: the document itself is saved. */
    keepBackup: (): Result<BackupCopy | null> => (store ? backups.keep(store) : ok(null)),

    /** Dated copies in another folder from now on, with those there are. */
    moveBackups: (folder: string) => backups.moveTo(folder),

    /** Puts a dated copy back as a new document and opens that one. */
    restore(backup: string, path: string): Result<Opened> {
      const restored = restoreSnapshot(backup, path);
      return restored.ok ? take(openDocument(path, who)) : restored;
    },

    async read(
      path: string,
      wishes: { readonly year?: number; readonly edition?: Report['edition'] },
    ): Promise<Result<ReadSource>> {
      ports.progress('import', '正在读取文件…', 0, 2);
      const source = await proposeImport(path, wishes, ports.readSource);
      if (!source.ok) return source;
      ports.progress('import', '识别完成', 2, 2);
      held = { ...source.value, token: randomUUID() };
      const { token, fileName, proposal } = held;
      return ok({ token, fileName, proposal });
    },

    cancelRead(): void {
      held = null;
    },

    /** Writes what was read, as corrected, into a new document: nothing was written before this. */
    accept(choice: AcceptImport, path: string): Result<Opened> {
      if (!held || held.token !== choice.token) return refuse('cancelled', '这次装入已经取消，请重新选择文件。');
      const made = acceptedImport(held, choice);
      if (!made.ok) return made;
      const opened = take(createDocument(path, made.value.document, { ...who, force: true }), made.value.notes);
      if (opened.ok) held = null;
      return opened;
    },

    /** The name to propose in a save dialog, without a folder. */
    suggestedName(
      kind: 'new' | 'next-year' | 'import' | 'save-as',
      choice?: { readonly organ: string; readonly year: number },
    ): string {
      const report = store?.snapshot().report;
      const organ = choice?.organ ?? report?.organ ?? '';
      const year =
        choice?.year ?? (report ? report.year + (kind === 'next-year' ? 1 : 0) : new Date().getFullYear() - 1);
      return fileNameOf({ organ, year }, 'nianbao');
    },

    editCells: (inputs: readonly CellInput[], source: EditSource, revision: number): Result<Delta> =>
      change((report) => editCells(report, inputs, source), revision),

    acceptCells: (cells: readonly CellId[]): Result<Delta> =>
      change((report) => {
        const proposed = cells.some((cell) => report.cells[cell]?.proposed);
        return ok(proposed ? acceptProposed(report, cells) : takeComputedTotals(report, cells));
      }),

    editChapter: (chapter: ChapterKey, doc: ChapterDoc, revision: number): Result<Delta> =>
      change((report) => {
        const before = report.chapters[chapter];
        const grew = chapterText(doc).length - chapterText(before).length;
        const { number, title } = EDITIONS[report.edition].chapters.find(({ key }) => key === chapter) ?? PREFACE;
        const label = `修改${number && `${number}、`}${title}（${grew >= 0 ? `增${grew}` : `减${-grew}`}字）`;
        return ok({ label, edits: [{ kind: 'chapter', chapter, before, after: doc }] });
      }, revision),

    editField: (field: 'organ' | 'title', text: string): Result<Delta> =>
      change((report) => {
        const label = field === 'organ' ? '修改机关名称' : '修改标题';
        return ok({ label, edits: [{ kind: 'field', field, before: report[field], after: text.trim() }] });
      }),

    sources: (): readonly KeptSource[] => store?.sources() ?? [],

    /** Bytes of a kept source file, to be opened as a copy. */
    source(id: number): Result<{ readonly name: string; readonly bytes: Uint8Array }> {
      const kept = store?.sources().find((source) => source.id === id);
      return store && kept
        ? ok({ name: kept.name, bytes: store.sourceBytes(id) })
        : refuse('file-missing', '年报中没有保存这个原文件。');
    },

    signoffSteps: (): readonly SignoffStep[] => store?.signoffs() ?? [],

    /** Whether the open document and the files it was exported to are as they were written. */
    verify(): Result<Verified> {
      if (!store) return noDocument();
      const found = verifyDocument(store.path);
      return found.ok ? ok({ ok: found.value.ok, lines: verificationText(found.value) }) : found;
    },

    addSignoffStep(step: SignoffStep): Result<readonly SignoffStep[]> {
      if (!store) return noDocument();
      const added = store.addSignoffStep(step);
      return added.ok ? ok(store.signoffs()) : added;
    },

    finalise(names: SignoffNames): Result<Snapshot> {
      if (!store) return noDocument();
      const done = finaliseDocument(store, names, { unexplained: 'refused' });
      return done.ok ? ok(store.snapshot()) : done;
    },

    unlock(reason: string): Result<Snapshot> {
      if (!store) return noDocument();
      const done = store.unlock(reason);
      return done.ok ? ok(store.snapshot()) : done;
    },

    undo: (): Result<Delta> => store?.undo() ?? noDocument(),
    redo: (): Result<Delta> => store?.redo() ?? noDocument(),
    history: (): readonly HistoryEntry[] => store?.history() ?? [],
    reportAt: (revision: number): Result<Report> => store?.reportAt(revision) ?? noDocument(),

    /** The content as it was after an entry of the history: a change like any other, which can be undone. */
    goBackTo(revision: number): Result<Delta> {
      const entry = store?.history().find((one) => one.revision === revision);
      const then = store?.reportAt(revision) ?? noDocument();
      if (!then.ok) return then;
      const label = `恢复到“${entry?.label ?? ''}”之后的内容`;
      return change((report) => ok({ label, edits: editsBetween(report, then.value) }));
    },

    explain: (key: string, text: string): Result<null> => store?.explain(key, text) ?? noDocument(),

    async export(
      kinds: readonly ExportKind[],
      folder: string,
      wishes: ExportWishes,
    ): Promise<Result<readonly ExportedFile[]>> {
      if (!store) return noDocument();
      exporting = new AbortController();
      const { signal } = exporting;
      try {
        const targets = kinds.map((kind) => ({ kind, folder }));
        return await exportDocuments(store, targets, {
          ...wishes,
          signal,
          printPdf: ports.printPdf,
          progress: ports.progress,
        });
      } finally {
        exporting = null;
      }
    },

    /** Files in the folder that an export would replace although they are not as it last wrote them. */
    exportChanged: (kinds: readonly ExportKind[], folder: string, draft: boolean): readonly string[] =>
      store ? changedTargets(store, kinds, folder, draft) : [],

    cancelExport: (): void => exporting?.abort(),

    preview: (kind: PrintedKind, draft: boolean): Promise<Result<PreviewPdf>> =>
      store ? previewPdf(kind, store, draft, ports.printPdf) : Promise.resolve(noDocument()),
  };
}
