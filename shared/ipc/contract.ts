// Every call between window and program, as types: requests (window asks), events (program tells). Replies are Result values.
import type { ImportProposal } from '../import/proposal.ts';
import type { CarryNote } from '../carry/carry-forward.ts';
import type { ChapterDoc } from '../model/chapter.ts';
import type { CellId, CellSource, ChapterKey, EditionId, Report, ReportStatus } from '../model/report.ts';
import type { Result } from '../model/result.ts';

/** The open document, complete: what the window draws. Findings are computed in the window from `report` and `previous`. */
export interface Snapshot {
  readonly path: string;
  readonly report: Report;
  /** Last year's report, kept for reference (figures, prose), if there is one. */
  readonly previous: Report | null;
  /** 说明 by finding key. */
  readonly explanations: Readonly<Record<string, string>>;
  readonly undo: string | null;
  readonly redo: string | null;
  /** Number of the last change; an edit names the revision it was made on. */
  readonly revision: number;
  /** ISO time of the last change. */
  readonly savedAt: string;
  readonly readOnly: boolean;
}

/** What changed by one edit, undo or redo: enough for the window to follow without reading everything again. */
export interface Delta {
  readonly revision: number;
  readonly savedAt: string;
  readonly undo: string | null;
  readonly redo: string | null;
  readonly cells: Report['cells'];
  readonly chapters: Partial<Report['chapters']>;
  readonly organ?: string;
  readonly title?: string;
}

export interface RecentDocument {
  readonly path: string;
  readonly organ: string;
  readonly year: number;
  readonly status: ReportStatus;
  readonly errors: number;
  readonly openedAt: string;
  readonly missing: boolean;
}

export interface CellInput {
  readonly cell: CellId;
  /** As typed or pasted; the program reads it. */
  readonly text: string;
}

export type EditSource = Extract<CellSource['kind'], 'typed' | 'pasted' | 'filled'>;

/** What a report is exported as. sheet: the 呈批单, a PDF of its own. */
export const EXPORT_KINDS = ['xlsx', 'pdf', 'docx', 'html', 'sheet'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What is shown page by page and printed on paper. */
export type PrintedKind = Extract<ExportKind, 'pdf' | 'sheet'>;

export interface ExportWishes {
  /** 草稿 on every page. */
  readonly draft: boolean;
  /** The figures for programs inside the PDF: PDF/A-3u; without them PDF/A-2u. */
  readonly attachment: boolean;
}

export interface ExportedFile {
  readonly kind: ExportKind;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly ms: number;
  /** Of a printed file: fonts put in for others, characters without a glyph, torn tables. */
  readonly remarks?: readonly string[];
}

export interface ReadSource {
  /** Names the reading; needed to accept it. */
  readonly token: string;
  readonly fileName: string;
  /** The file, so that the window can ask to read it again with another year or edition. */
  readonly path?: string;
  readonly proposal: ImportProposal;
}

/** next-year: this year's draft with the file as last year's report. as-is: the file's own report, as published. */
export type ImportMode = 'next-year' | 'as-is';

export interface AcceptImport {
  readonly token: string;
  readonly mode: ImportMode;
  readonly organ: string;
  /** The year of the file's report, as corrected by the user. */
  readonly year: number;
  readonly edition: EditionId;
  /** Figures corrected in the wizard. */
  readonly corrections: readonly CellInput[];
  /** For next-year: chapters whose prose is taken as a draft. */
  readonly proseOf: readonly ChapterKey[];
}

export interface Opened {
  readonly snapshot: Snapshot;
  /** What was carried into a new draft and what not, with reasons. */
  readonly carried?: readonly CarryNote[];
}

export interface HistoryEntry {
  readonly revision: number;
  readonly at: string;
  readonly label: string;
  /** The account of the computer that made the change; '' where it was not kept. */
  readonly author: string;
  readonly cells: readonly CellId[];
  readonly chapters: readonly ChapterKey[];
}

/** The imported file itself, as kept in the document. */
export interface KeptSource {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** 送审 → 审核意见 → 修改 → 签发 → 定稿, each with a name, a time and a remark. */
export interface SignoffStep {
  readonly kind: 'submitted' | 'remark' | 'revised' | 'signed' | 'finalised' | 'unlocked';
  readonly name: string;
  /** ISO time. */
  readonly at: string;
  readonly remark: string;
}

export interface SignoffNames {
  readonly drafted: string;
  readonly reviewed: string;
  readonly signed: string;
}

/** What holds for this computer, not for a report. */
export interface Settings {
  /** Who works here: in the history, and proposed as 拟稿人. '' where the account's name stands for it. */
  readonly name: string;
  readonly account: string;
  /** Where recent documents, dated copies and logs lie. */
  readonly dataFolder: string;
}

/** Folders of the program's own that can be shown. */
export type OwnFolder = 'data' | 'backups' | 'logs';

/** What a verification found: nothing wrong, or what, each in a sentence. */
export interface Verified {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** A dated copy of a document on this computer. */
export interface BackupCopy {
  readonly path: string;
  /** ISO time at which the copy was made. */
  readonly at: string;
  /** ISO time of the last change that is in it. */
  readonly savedAt: string;
  readonly bytes: number;
}

/** Request name -> its function. `null` in a Result means that the user cancelled a dialog. */
export interface Requests {
  'app:state': () => Result<{ version: string; recent: readonly RecentDocument[]; snapshot: Snapshot | null }>;
  'document:open': (path: string | null) => Result<Opened | null>;
  'document:new': (organ: string, year: number) => Result<Opened | null>;
  'document:next-year': () => Result<Opened | null>;
  'document:save-as': () => Result<Snapshot | null>;
  'document:close': () => Result<null>;
  /** Dated copies of the document at `path`, or of the open one; the newest first. `document:open` brings one back as a new file. */
  'backup:list': (path: string | null) => Result<readonly BackupCopy[]>;
  'settings:read': () => Result<Settings>;
  'settings:write': (name: string) => Result<Settings>;
  /** Shows a folder of the program's own. */
  'folder:open': (folder: OwnFolder) => Result<null>;
  'recent:forget': (path: string) => Result<readonly RecentDocument[]>;
  'source:read': (
    path: string | null,
    wishes: { readonly year?: number; readonly edition?: EditionId },
  ) => Result<ReadSource | null>;
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
}

export type MenuCommand =
  | 'new'
  | 'open'
  | 'import'
  | 'save-as'
  | 'close'
  | 'save'
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
  'document:open': true,
  'document:new': true,
  'document:next-year': true,
  'document:save-as': true,
  'document:close': true,
  'backup:list': true,
  'settings:read': true,
  'settings:write': true,
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
} as const satisfies Record<EventName, true>;
