// Every call between window and program, as types: requests (window asks), events (program tells). Replies are Result values.
import type { ChapterDoc } from '../model/chapter.ts';
import type { CellId, ChapterKey, EditionId, Report } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import type {
  AcceptImport,
  BackupCopy,
  CellInput,
  ChosenKind,
  Delta,
  EditSource,
  ExportKind,
  ExportWishes,
  ExportedFile,
  HistoryEntry,
  KeptSource,
  MovedData,
  Opened,
  OwnFolder,
  PrintedKind,
  ReadSource,
  RecentDocument,
  Settings,
  SignoffNames,
  SignoffStep,
  Snapshot,
  Verified,
} from './messages.ts';

export * from './messages.ts';

/** Request name -> its function. `null` in a Result means that the user cancelled a dialog. */
export interface Requests {
  'app:state': () => Result<{ version: string; recent: readonly RecentDocument[]; snapshot: Snapshot | null }>;
  /** Asks for a file; `document:open` and `source:read` take it. */
  'file:choose': (kind: ChosenKind) => Result<string | null>;
  'document:open': (path: string) => Result<Opened | null>;
  'document:new': (organ: string, year: number) => Result<Opened | null>;
  'document:next-year': () => Result<Opened | null>;
  'document:save-as': () => Result<Snapshot | null>;
  'document:close': () => Result<null>;
  /** Dated copies of the document at `path`, or of the open one; the newest first. `document:open` brings one back as a new file. */
  'backup:list': (path: string | null) => Result<readonly BackupCopy[]>;
  'settings:read': () => Result<Settings>;
  'settings:write': (name: string) => Result<Settings>;
  /** Keeps dated copies in a folder that the person chooses, or where they lie unless chosen; the present ones are copied there first. */
  'data-folder:move': (where: 'chosen' | 'standard') => Result<MovedData | null>;
  /** Shows a folder of the program's own. */
  'folder:open': (folder: OwnFolder) => Result<null>;
  'recent:forget': (path: string) => Result<readonly RecentDocument[]>;
  'source:read': (path: string, wishes: { readonly year?: number; readonly edition?: EditionId }) => Result<ReadSource>;
  /** Reads what was copied in another program, as the clipboard has it: HTML where there is some, and plain text. */
  'source:paste': (html: string, text: string) => Result<ReadSource>;
  'source:cancel': () => Result<null>;
  'source:accept': (choice: AcceptImport) => Result<Opened | null>;
  'cells:edit': (input: readonly CellInput[], source: EditSource, revision: number) => Result<Delta>;
  'cells:accept': (cells: readonly CellId[]) => Result<Delta>;
  'chapter:edit': (chapter: ChapterKey, doc: ChapterDoc, revision: number) => Result<Delta>;
  'field:edit': (field: 'organ' | 'title', text: string) => Result<Delta>;
  'history:undo': () => Result<Delta>;
  'history:redo': () => Result<Delta>;
  'history:list': () => Result<readonly HistoryEntry[]>;
  /** The report as it was directly after an entry. */
  'history:report': (revision: number) => Result<Report>;
  /** Makes the content what it was after an entry; one undo step. */
  'history:restore': (revision: number) => Result<Delta>;
  'explanation:set': (findingKey: string, text: string) => Result<null>;
  'source:list': () => Result<readonly KeptSource[]>;
  /** Opens a copy of the kept file with the system's program for it. */
  'source:open': (id: number) => Result<null>;
  /** Whether the open document and the files exported from it are as they were written. */
  'document:verify': () => Result<Verified>;
  'signoff:list': () => Result<readonly SignoffStep[]>;
  'signoff:step': (
    kind: 'submitted' | 'remark' | 'revised' | 'signed',
    name: string,
    remark: string,
    /** “2026-01-12” where it was done on an earlier day; null for now. */
    day: string | null,
  ) => Result<readonly SignoffStep[]>;
  /** 定稿: refused while errors stand or warnings lack 说明. */
  'signoff:finalise': (names: SignoffNames) => Result<Snapshot>;
  /** 解除定稿, with a reason. */
  'signoff:unlock': (reason: string) => Result<Snapshot>;
  'export:folder': () => Result<string | null>;
  /** Into the folder given, or the document's own. Gives null where the person keeps a file that would be replaced. */
  'export:run': (
    kinds: readonly ExportKind[],
    folder: string | null,
    wishes: ExportWishes,
  ) => Result<readonly ExportedFile[] | null>;
  'export:cancel': () => Result<null>;
  /** Address of the preview's PDF inside the app's own scheme. */
  'preview:make': (
    kind: PrintedKind,
    draft: boolean,
  ) => Result<{ url: string; pages: number; remarks: readonly string[] }>;
  /** Opens the very PDF of the preview with the system's program for it, to be printed there. */
  'preview:print': (kind: PrintedKind, draft: boolean) => Result<null>;
  'file:show': (path: string) => Result<null>;
  'file:open': (path: string) => Result<null>;
}

/** What stands before the window's title, so that the program knows it too: an edit is not saved; what was mended in the wizard is not written. */
export const TITLE_MARKS = { unsaved: '●', importing: '○' } as const;

/** Event name -> its payload. */
export interface Events {
  'menu:command': MenuCommand;
  /** A file was given to the program from outside: double click, second start. */
  'file:given': { readonly path: string };
  'work:progress': {
    readonly work: 'import' | 'export';
    readonly text: string;
    readonly done: number;
    readonly total: number;
  };
  /** The engine ended unexpectedly and was started again; the window reads the document anew. */
  'engine:restarted': { readonly message: string };
  /** Dated copies cannot be made in this folder. */
  'backup:failed': { readonly folder: string };
}

export type MenuCommand =
  | 'new'
  | 'open'
  | 'import'
  | 'save-as'
  | 'close'
  | 'save'
  | 'backup'
  | 'next-year'
  | 'settings'
  | 'export'
  | 'preview'
  | 'undo'
  | 'redo'
  | 'find'
  | 'palette'
  | 'check'
  | 'next-finding'
  | 'previous-finding'
  | 'compare'
  | 'outline'
  | 'panel'
  | 'show-previous'
  | 'larger'
  | 'smaller'
  | 'normal'
  | 'help';

export type RequestName = keyof Requests;
export type EventName = keyof Events;
export type Reply<K extends RequestName> = ReturnType<Requests[K]>;

/** What main and engine provide: one handler for every request; a missing one does not compile. */
export type Handlers = { readonly [K in RequestName]: (...args: Parameters<Requests[K]>) => Promise<Reply<K>> };

/** What the preload gives to the window, as `window.desktop`. */
export interface DesktopApi {
  request<K extends RequestName>(name: K, ...args: Parameters<Requests[K]>): Promise<Reply<K>>;
  /** Returns the function that unsubscribes. */
  on<K extends EventName>(name: K, listener: (payload: Events[K]) => void): () => void;
  /** The path of a file dropped on the window. */
  pathOf(file: unknown): string;
}

export const requestNames = {
  'app:state': true,
  'file:choose': true,
  'document:open': true,
  'document:new': true,
  'document:next-year': true,
  'document:save-as': true,
  'document:close': true,
  'backup:list': true,
  'settings:read': true,
  'settings:write': true,
  'data-folder:move': true,
  'folder:open': true,
  'recent:forget': true,
  'source:read': true,
  'source:paste': true,
  'source:cancel': true,
  'source:accept': true,
  'cells:edit': true,
  'cells:accept': true,
  'chapter:edit': true,
  'field:edit': true,
  'history:undo': true,
  'history:redo': true,
  'history:list': true,
  'history:report': true,
  'history:restore': true,
  'explanation:set': true,
  'source:list': true,
  'source:open': true,
  'document:verify': true,
  'signoff:list': true,
  'signoff:step': true,
  'signoff:finalise': true,
  'signoff:unlock': true,
  'export:folder': true,
  'export:run': true,
  'export:cancel': true,
  'preview:make': true,
  'preview:print': true,
  'file:show': true,
  'file:open': true,
} as const satisfies Record<RequestName, true>;

export const eventNames = {
  'menu:command': true,
  'file:given': true,
  'work:progress': true,
  'engine:restarted': true,
  'backup:failed': true,
} as const satisfies Record<EventName, true>;
