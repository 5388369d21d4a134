// The window's state, in small slices. Components read it with selectors; the actions beside it (state/*-actions.ts) change it.
import { create } from 'zustand';
import type { SelectionSummary } from '../grid/selection.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import type { Events, RecentDocument, Settings, Snapshot } from '../../shared/ipc/contract.ts';
import type { CarryNote } from '../../shared/carry/carry-forward.ts';
import type { CellId, ChapterKey } from '../../shared/model/report.ts';
import type { Saving } from './edit-queue.ts';
import type { Wizard } from './import-wizard.ts';
import type { DialogKind, PanelTab, Place } from './place.ts';
import type { Question } from './questions.ts';
import type { TextSize } from './text-size.ts';

export interface DocumentSlice {
  readonly document: Snapshot | null;
  readonly saving: Saving;
  readonly findings: readonly Finding[];
  /** ISO time of the last complete check; null while one is due. */
  readonly checkedAt: string | null;
  /** False until the first complete check of this document: no findings then say nothing. */
  readonly checked: boolean;
  /** What was carried from last year, until the person has closed the notice. */
  readonly carried: readonly CarryNote[];
}

export interface NavigationSlice {
  readonly place: Place;
  readonly panel: PanelTab;
  readonly panelOpen: boolean;
  readonly outlineOpen: boolean;
  readonly dialog: DialogKind;
  readonly paletteOpen: boolean;
  readonly helpOpen: boolean;
  readonly textSize: TextSize;
  readonly showPrevious: boolean;
  readonly activeCell: CellId | null;
  readonly selection: SelectionSummary | null;
  /** Cells of the finding just visited; shown with a flash. */
  readonly flash: readonly CellId[];
  readonly jump: { readonly cell: CellId; readonly nonce: number } | null;
  /** A sentence of the prose to show. */
  readonly quote: { readonly chapter: ChapterKey; readonly text: string; readonly nonce: number } | null;
  /** Key of the finding last visited with F4. */
  readonly finding: string | null;
}

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
}

export interface WorkSlice {
  readonly version: string;
  readonly recent: readonly RecentDocument[];
  readonly progress: Events['work:progress'] | null;
  /** Something is being opened or made; the window waits. */
  readonly busy: string | null;
  readonly notices: readonly Notice[];
  readonly question: Question | null;
  readonly settings: Settings;
  /** The document whose dated copies are shown in the dialog. */
  readonly backupsOf: string | null;
  readonly importing: {
    readonly reading: boolean;
    /** Why the last file could not be read, until another one is chosen. */
    readonly refused: string | null;
    /** 0 选文件 … 4 完成. */
    readonly step: number;
    readonly wizard: Wizard | null;
  };
}

export type State = DocumentSlice & NavigationSlice & WorkSlice;

export const useStore = create<State>()(() => ({
  document: null,
  saving: { kind: 'saved' },
  findings: [],
  checkedAt: null,
  checked: false,
  carried: [],
  place: { view: 'start' },
  panel: 'checks',
  panelOpen: true,
  outlineOpen: true,
  dialog: null,
  paletteOpen: false,
  helpOpen: false,
  textSize: 100,
  showPrevious: false,
  activeCell: null,
  selection: null,
  flash: [],
  jump: null,
  quote: null,
  finding: null,
  version: '',
  recent: [],
  progress: null,
  busy: null,
  notices: [],
  question: null,
  settings: { name: '', account: '', programFolder: '', dataFolder: '', standardFolder: true, missingFolder: null },
  backupsOf: null,
  importing: { reading: false, refused: null, step: 0, wizard: null },
}));

export const state = (): State => useStore.getState();
export const setState = (change: Partial<State>): void => useStore.setState(change);
