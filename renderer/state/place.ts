// Where in the program the person is, and what is open beside it.
import type { TableId } from '../../shared/editions/types.ts';
import type { PrintedKind } from '../../shared/ipc/contract.ts';
import type { ChapterKey } from '../../shared/model/report.ts';

export type Place =
  | { readonly view: 'start' }
  | { readonly view: 'import' }
  | { readonly view: 'overview' }
  | { readonly view: 'table'; readonly table: TableId }
  | { readonly view: 'chapter'; readonly chapter: ChapterKey }
  | { readonly view: 'compare' }
  | { readonly view: 'preview'; readonly paper: PrintedKind }
  | { readonly view: 'history' }
  | { readonly view: 'signoff' };

export type PanelTab = 'checks' | 'source' | 'previous' | 'versions';

export type DialogKind = 'new' | 'export' | 'fill-zero' | 'find' | 'note' | 'settings' | 'backups' | null;

/** The same item of the outline: both papers of the preview are one. */
export const samePlace = (left: Place, right: Place): boolean =>
  left.view === 'preview' ? right.view === 'preview' : JSON.stringify(left) === JSON.stringify(right);
