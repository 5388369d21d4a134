// The command line of the program: words in, one JSON object or Chinese sentences out, exit status 0, 1 or 2.
import { existsSync } from 'node:fs';
import { COMMANDS, runCommand } from '../core/commands/index.ts';
import { readInWorker } from '../core/read-in-worker.ts';

export interface CommandPorts {
  printPdf(html: string): Promise<Uint8Array>;
}

const HELP = new Set(['--help', 'help']);

/**
 * The command and its words, when the program was started with one; null when it was started for its window. A bare word that names
 * no file is a command too: one that is misspelt, to be refused and not to open a window.
 */
export function commandWords(argv: readonly string[]): readonly string[] | null {
  const words = argv.slice(1);
  const known = words.findIndex((word) => Object.hasOwn(COMMANDS, word) || HELP.has(word));
  const at = known >= 0 ? known : words.findIndex((word) => /^[a-z]+$/.test(word) && !existsSync(word));
  return at < 0 ? null : words.slice(at);
}

/** Runs one command and gives the exit status. With `--json` standard output carries exactly one JSON object. */
export async function runCommandLine(words: readonly string[], ports: CommandPorts): Promise<number> {
  const wantsJson = words.includes('--json');
  const done = await runCommand(words, { printPdf: ports.printPdf, readSource: readInWorker });
  if (!done.ok) {
    await write(process.stderr, `${done.error.message}\n`);
    return 2;
  }
  const { json, text, status = 0 } = done.value;
  if (wantsJson) await write(process.stdout, `${JSON.stringify(json)}\n`);
  if (!wantsJson || status === 2) await write(status === 2 ? process.stderr : process.stdout, `${text.join('\n')}\n`);
  return status;
}

/** Waits until the text is out: a pipe would lose what is still buffered when the program ends. Whoever hangs up has read enough. */
const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });
