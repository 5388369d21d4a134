// The messages between main and engine, as types.
import type { RecentDocument } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ImportProposal } from '../../shared/import/proposal.ts';
import type { ReadingWishes } from '../core/recognise-file.ts';
import type { Session, SessionPorts } from '../core/session.ts';

/** What the list of recent documents says of the open one. */
export type DocumentSummary = Pick<RecentDocument, 'path' | 'organ' | 'year' | 'status' | 'errors'>;

/** What main can ask of the engine: everything a session does. */
export interface EngineMethods extends Session {
  summary(): DocumentSummary | null;
}
export type EngineMethod = keyof EngineMethods;
export type EngineAnswer<M extends EngineMethod> = Awaited<ReturnType<EngineMethods[M]>>;

/** What the engine asks of main: a window to print with, a process to read with. */
export type Ask =
  | { readonly what: 'print'; readonly html: string }
  | { readonly what: 'read'; readonly path: string; readonly wishes: ReadingWishes };
export type Asked = { readonly pdf: Result<Uint8Array> } | { readonly read: Result<ImportProposal> };

export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly method: EngineMethod; readonly args: readonly unknown[] }
  | { readonly kind: 'asked'; readonly id: number; readonly answer: Asked };

export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** A bug: the message is for the log, never for the person. */
  | { readonly kind: 'broken'; readonly id: number; readonly message: string }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'log'; readonly message: string }
  /** A dated copy was due and could not be made: said once, until one is made again. */
  | { readonly kind: 'backup-failed' };

export interface Progress {
  readonly work: Parameters<SessionPorts['progress']>[0];
  readonly text: string;
  readonly done: number;
  readonly total: number;
}
