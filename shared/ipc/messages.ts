// What the calls between window and program carry.
import type { CarryNote } from '../carry/carry-forward.ts';
import type { ImportProposal } from '../import/proposal.ts';
import type { CellId, CellSource, ChapterKey, EditionId, Report, ReportStatus } from '../model/report.ts';

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
  /** Where recent documents, settings and logs lie. */
  readonly programFolder: string;
  /** Where dated copies lie. */
  readonly dataFolder: string;
  /** That is where they lie unless the person says otherwise. */
  readonly standardFolder: boolean;
  /** A folder that was chosen for them and is not there now. */
  readonly missingFolder: string | null;
}

/** What a file is chosen for: a document to open, last year's report to take over, a dated copy to bring back. */
export type ChosenKind = 'document' | 'source' | 'backup';

/** Folders of the program's own that can be shown. */
export type OwnFolder = 'program' | 'backups' | 'logs';

/** Dated copies in another folder: how many were copied, and how many could not be read and stay where they are. */
export interface MovedData {
  readonly settings: Settings;
  readonly copied: number;
  readonly unread: number;
}

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
