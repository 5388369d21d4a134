// What a command of the command line is: its words, what it does, and the one JSON object it answers with.
import type { Result } from '../../../shared/model/result.ts';
import type { PrintPdf } from '../export-documents.ts';
import type { ReadSourceFile } from '../import-source.ts';

export interface CommandPorts {
  readonly printPdf: PrintPdf;
  readonly readSource: ReadSourceFile;
}

export interface Words {
  /** Words that are no option. */
  readonly plain: readonly string[];
  /** `--out F` gives out: F; `--force` gives force: ''. */
  readonly options: Readonly<Record<string, string>>;
}

export interface Answer {
  /** The JSON object of `--json`: a public interface. */
  readonly json: Readonly<Record<string, unknown>>;
  /** The same for a person, in Chinese. */
  readonly text: readonly string[];
  /** 0 done, 1 done with findings of severity error, 2 not as it should be. */
  readonly status?: 0 | 1 | 2;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  /** Option name -> whether it takes a value. */
  readonly options: Readonly<Record<string, boolean>>;
  run(words: Words, ports: CommandPorts): Promise<Result<Answer>>;
}
