// Expected failures as values: a code for programs, one Chinese sentence for the person. A throw is a bug.

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** Why something was refused. `message` says what happened, to which cell or file, and what to do. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

export type RefusalCode =
  | 'bad-argument' // a command or call with wrong words
  | 'bad-value' // a figure that cannot be one
  | 'cell-unknown'
  | 'cell-locked' // a computed total, or a finalised document
  | 'file-missing'
  | 'file-exists'
  | 'file-unreadable' // no permission, a folder, an I/O error
  | 'file-empty'
  | 'file-foreign' // not a kind of file the program reads
  | 'file-damaged'
  | 'file-newer' // written by a newer program
  | 'file-busy' // open in another window or program
  | 'file-too-large'
  | 'file-protected' // has a password
  | 'not-a-report' // readable, but no report in it
  | 'edition-mismatch'
  | 'too-slow' // the reader ran into its time or memory limit
  | 'cancelled'
  | 'disk-full'
  | 'write-failed'
  | 'finalised'
  | 'not-final'
  | 'errors-stand' // final version refused
  | 'unexplained' // the same, for want of 说明
  | 'no-document'
  | 'printer-missing' // no window to print with
  | 'internal';

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (code: RefusalCode, message: string): { readonly ok: false; readonly error: Refusal } => ({
  ok: false,
  error: { code, message },
});

/** Closes a `switch` over a union: a new member without a branch does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
