// What each request of the window does: dialogs and files here, the document in the engine.
import { basename, dirname, join } from 'node:path';
import { app, shell } from 'electron';
import type { Handlers, Opened, OwnFolder, Snapshot } from '../../shared/ipc/contract.ts';
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import { makeFolder } from '../core/store/make-folder.ts';
import { backupsIn, isBackup, restoredName } from './backups.ts';
import type { Broker } from './broker.ts';
import type { Dialogs } from './dialogs.ts';
import type { ExportGuard } from './export-guard.ts';
import { isDocument, type KnownFiles } from './known-files.ts';
import type { OpenedCopies } from './opened-copies.ts';
import type { Reader } from './reader.ts';
import type { RecentDocuments } from './recent.ts';
import type { KeptSettings } from './settings.ts';
import type { Bundle } from './serve-bundle.ts';

export interface HandlerPorts {
  readonly broker: Broker;
  readonly dialogs: Dialogs;
  readonly reader: Reader;
  readonly recent: RecentDocuments;
  readonly bundle: Bundle;
  readonly files: KnownFiles;
  readonly copies: OpenedCopies;
  readonly exports: ExportGuard;
  readonly settings: KeptSettings;
  readonly folders: Readonly<Record<Exclude<OwnFolder, 'backups'>, string>>;
  /** The window's page has started and listens. */
  pageReady(): void;
  documentClosed(): void;
  recentChanged(): void;
}

export function createHandlers(ports: HandlerPorts): Handlers {
  const { broker, dialogs, reader, recent, bundle, files, copies, exports, settings, folders } = ports;

  /** Takes what the open document is now into the list of recent ones. */
  async function note(opened: boolean): Promise<void> {
    const summary = await broker.call('summary');
    if (!summary.ok || !summary.value) return;
    files.add(summary.value.path);
    recent.note(summary.value, opened);
    ports.recentChanged();
  }
  /** Before another document takes its place. */
  const noteLast = (): Promise<void> => (broker.documentPath() === null ? Promise.resolve() : note(false));

  async function opening(open: () => Promise<Result<Opened>>): Promise<Result<Opened>> {
    if (!(await exports.mayLeave())) return stays();
    await noteLast();
    const opened = await open();
    if (opened.ok) await note(true);
    return opened;
  }
  async function openingAt(
    title: string,
    suggested: Promise<Result<string>>,
    open: (path: string) => Promise<Result<Opened>>,
  ): Promise<Result<Opened | null>> {
    const name = await suggested;
    if (!name.ok) return name;
    const path = await dialogs.saveDocument(title, name.value);
    return path === null ? ok(null) : opening(() => open(path));
  }
  /** A dated copy is never worked in: it comes back as a document of its own. */
  async function restoring(backup: string): Promise<Result<Opened | null>> {
    const path = await dialogs.saveDocument('把备份恢复为', restoredName(backup));
    return path === null ? ok(null) : opening(() => broker.call('restore', backup, path));
  }
  const noted = async (changed: Result<Snapshot>, opened: boolean): Promise<Result<Snapshot>> => {
    if (changed.ok) await note(opened);
    return changed;
  };

  let preview: string | null = null;
  const letPreviewGo = (): void => {
    if (preview) bundle.letGo(preview);
    preview = null;
  };

  function openCopy(name: string, bytes: Uint8Array): Result<null> | Promise<Result<null>> {
    if (!isDocument(name)) return refuse('file-foreign', `文件“${name}”不是常见的文档格式，不能直接打开。`);
    const copy = copies.add(name, bytes);
    return copy.ok ? openWithSystem(copy.value) : copy;
  }

  async function replaceChanged(paths: readonly string[]): Promise<boolean> {
    const detail = `${paths.map((path) => basename(path)).join('\n')}\n\n这些文件不是本年报上次导出时的样子，可能有人在里面改过；替换后原来的内容不能找回。`;
    return (await dialogs.ask('要替换文件夹里已有的同名文件吗？', detail, ['不替换', '替换'])) === 1;
  }

  return {
    async 'app:state'() {
      const snapshot = await broker.call('state');
      setImmediate(ports.pageReady);
      if (!snapshot.ok) return snapshot;
      return ok({ version: app.getVersion(), recent: known(recent.list(), files), snapshot: snapshot.value });
    },

    async 'file:choose'(kind) {
      const choose = { ...dialogs, backup: () => dialogs.backup(settings.dataFolder()) };
      return ok(await choose[kind]());
    },
    async 'document:open'(path) {
      if (isBackup(path, settings.dataFolder())) return restoring(path);
      return opening(() => broker.call('open', path));
    },
    'document:new': (organ, year) =>
      openingAt('新建年报', broker.call('suggestedName', 'new', { organ, year }), (path) =>
        broker.call('create', path, organ, year),
      ),
    'document:next-year': () =>
      openingAt('编制下一年度', broker.call('suggestedName', 'next-year'), (path) => broker.call('nextYear', path)),
    async 'document:save-as'() {
      const suggested = await broker.call('suggestedName', 'save-as');
      if (!suggested.ok) return suggested;
      const path = await dialogs.saveDocument('另存为', suggested.value);
      if (path === null) return ok(null);
      return (await exports.mayLeave()) ? noted(await broker.call('saveAs', path), true) : stays();
    },
    async 'document:close'() {
      if (!(await exports.mayLeave())) return stays();
      await noteLast();
      const closed = await broker.call('close');
      if (!closed.ok) return closed;
      letPreviewGo();
      ports.documentClosed();
      return ok(null);
    },
    'backup:list': (path) => broker.call('backupsOf', path),
    'settings:read': async () => ok(settings.read()),
    async 'settings:write'(name) {
      settings.setName(name);
      const signed = await broker.call('signAs', settings.author());
      return signed.ok ? ok(settings.read()) : signed;
    },
    async 'data-folder:move'(where) {
      const standard = join(folders.program, 'backups');
      const before = settings.dataFolder();
      const chosen = where === 'chosen' ? await dialogs.dataFolder(before) : standard;
      if (chosen === null) return ok(null);
      const folder = where === 'chosen' ? backupsIn(chosen) : standard;
      const moved = await broker.call('moveBackups', folder);
      if (!moved.ok) return moved;
      const kept = settings.setDataFolder(folder === standard ? null : folder);
      if (kept.ok) return ok({ settings: settings.read(), ...moved.value });
      await broker.call('moveBackups', before);
      return kept;
    },
    async 'folder:open'(which) {
      const folder = which === 'backups' ? settings.dataFolder() : folders[which];
      try {
        makeFolder(folder);
      } catch {
        return refuse('file-missing', `文件夹“${folder}”找不到，也不能新建；请检查磁盘或U盘是否接好。`);
      }
      return openWithSystem(folder);
    },
    async 'recent:forget'(path) {
      recent.forget(path);
      ports.recentChanged();
      return ok(recent.list());
    },

    async 'source:read'(path, wishes) {
      const read = await broker.call('read', path, wishes);
      return read.ok ? ok({ ...read.value, path }) : read;
    },
    async 'source:paste'(html, text) {
      const isHtml = /<(table|p|h\d|div|li)\b/i.test(html);
      if (!isHtml && text.trim() === '')
        return refuse('not-a-report', '剪贴板里没有文字，请先在网页或文档里全选、复制。');
      const copy = copies.add(
        isHtml ? '粘贴的内容.html' : '粘贴的内容.txt',
        Buffer.from(`\ufeff${isHtml ? html : text}`),
      );
      if (!copy.ok) return copy;
      const read = await broker.call('read', copy.value, {});
      return read.ok ? ok({ ...read.value, path: copy.value }) : read;
    },
    async 'source:cancel'() {
      reader.cancel();
      await broker.call('cancelRead');
      return ok(null);
    },
    'source:accept': (choice) => {
      const year = choice.mode === 'next-year' ? choice.year + 1 : choice.year;
      return openingAt('保存年报', broker.call('suggestedName', 'import', { organ: choice.organ, year }), (path) =>
        broker.call('accept', choice, path),
      );
    },

    'cells:edit': (inputs, source, revision) => broker.call('editCells', inputs, source, revision),
    'cells:accept': (cells) => broker.call('acceptCells', cells),
    'chapter:edit': (chapter, doc, revision) => broker.call('editChapter', chapter, doc, revision),
    'field:edit': (field, text) => broker.call('editField', field, text),
    'history:undo': () => broker.call('undo'),
    'history:redo': () => broker.call('redo'),
    'history:list': () => broker.call('history'),
    'history:report': (revision) => broker.call('reportAt', revision),
    'history:restore': (revision) => broker.call('goBackTo', revision),
    'explanation:set': (key, text) => broker.call('explain', key, text),

    'source:list': () => broker.call('sources'),
    async 'source:open'(id) {
      const kept = await broker.call('source', id);
      if (!kept.ok) return kept;
      return openCopy(kept.value.name, kept.value.bytes);
    },

    'document:verify': () => broker.call('verify'),
    'signoff:list': () => broker.call('signoffSteps'),
    'signoff:step': (kind, name, remark, day) => {
      const at = day === null ? new Date() : new Date(`${day}T12:00:00`); // noon is that day in every office
      return broker.call('addSignoffStep', { kind, name, remark, at: at.toISOString() });
    },
    'signoff:finalise': async (names) => noted(await broker.call('finalise', names), false),
    'signoff:unlock': async (reason) => noted(await broker.call('unlock', reason), false),

    'export:folder': async () => ok(await dialogs.exportFolder()),
    async 'export:run'(kinds, given, wishes) {
      const document = broker.documentPath();
      if (document === null) return refuse('no-document', '还没有打开年报。');
      const folder = given ?? dirname(document);
      const changed = await broker.call('exportChanged', kinds, folder, wishes.draft);
      if (!changed.ok) return changed;
      if (changed.value.length > 0 && !(await replaceChanged(changed.value))) return ok(null);
      const exported = await exports.running(broker.call('export', kinds, folder, wishes));
      if (exported.ok) for (const { path } of exported.value) files.add(path);
      return exported;
    },
    async 'export:cancel'() {
      await broker.call('cancelExport');
      return ok(null);
    },
    async 'preview:make'(kind, draft) {
      const made = await broker.call('preview', kind, draft);
      if (!made.ok) return made;
      letPreviewGo();
      preview = bundle.hold('preview', made.value.pdf);
      return ok({ url: preview, pages: made.value.pages, remarks: made.value.remarks });
    },

    async 'preview:print'(kind, draft) {
      const made = await broker.call('preview', kind, draft);
      return made.ok ? openCopy(made.value.name, made.value.pdf) : made;
    },

    async 'file:show'(path) {
      if (!files.has(path)) return notKnown(path);
      shell.showItemInFolder(path);
      return ok(null);
    },
    async 'file:open'(path) {
      return files.has(path) && isDocument(path) ? openWithSystem(path) : notKnown(path);
    },
  };
}

/** Files that the window has been told of may be shown in their folders. */
function known<T extends { readonly path: string }>(entries: readonly T[], files: KnownFiles): readonly T[] {
  for (const { path } of entries) files.add(path);
  return entries;
}

/** The person wants the export to go on. */
const stays = () => refuse('cancelled', '导出继续进行。');

const notKnown = (path: string) =>
  refuse('bad-argument', `不能打开“${basename(path)}”：它不是本程序打开或导出的文件。`);

async function openWithSystem(path: string): Promise<Result<null>> {
  const problem = await shell.openPath(path);
  return problem === ''
    ? ok(null)
    : refuse('file-unreadable', `没有能打开“${basename(path)}”的程序，或文件已被移走；请在文件夹中手动打开。`);
}
