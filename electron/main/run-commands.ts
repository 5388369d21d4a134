// The program without a window: one command, its exit status. A hidden window opens only when a PDF is printed.
import { app } from 'electron';
import { PrintFailure } from '../engine/print-failure.ts';
import { runCommandLine } from './command-line.ts';
import { guardPages, guardSession } from './guard-session.ts';
import { bundlePlaces } from './places.ts';
import { createPrinter } from './print-pdf.ts';
import { serveBundle } from './serve-bundle.ts';

export { commandWords } from './command-line.ts';

export async function runCommands(words: readonly string[]): Promise<void> {
  app.on('window-all-closed', () => {}); // the hidden window closes before the command has ended
  guardPages();
  let print: ReturnType<typeof createPrinter> | null = null;
  const printPdf = async (html: string): Promise<Uint8Array> => {
    await app.whenReady();
    if (!print) {
      guardSession(() => {});
      print = createPrinter(serveBundle(bundlePlaces()));
    }
    return print(html);
  };
  app.exit(await runCommandLine(words, { printPdf }).catch(failed));
}

/** A printer that fails is a refusal; anything else is a bug, and its trace is for whoever mends it. */
function failed(error: unknown): number {
  if (error instanceof PrintFailure) process.stderr.write(`${error.message}\n`);
  else {
    process.stderr.write('命令没有完成，程序内部出错；已有的文件没有改动。\n');
    if (process.env['NIANBAO_TRACE']) console.error(error);
  }
  return 2;
}
