// The program starts here: a command of the command line, or the window.
import { app } from 'electron';
import { setSwitches } from './guard-session.ts';
import { keepDataBeside } from './places.ts';
import { registerScheme } from './serve-bundle.ts';

// these three must come before `ready`
keepDataBeside();
registerScheme();
setSwitches();
// not awaited: Electron gets ready only when this module has been evaluated
void start();

async function start(): Promise<void> {
  // the command line brings the whole core along, so it is loaded only when a word may be a command
  if (process.argv.slice(1).some((word) => /^[a-z]+$|^--help$/.test(word))) {
    const { commandWords, runCommands } = await import('./run-commands.ts');
    const words = commandWords(process.argv);
    if (words) return runCommands(words);
  }
  app.setAppUserModelId('cn.nianbao.desktop');
  const { runWindow } = await import('./run-window.ts');
  await runWindow();
}
