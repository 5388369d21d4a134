// The commands of the command line: the registry, and running one.
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { checkCommand } from './check.ts';
import type { Answer, Command, CommandPorts } from './command.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { finaliseCommand } from './finalise.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { setCommand } from './set.ts';
import { showCommand } from './show.ts';
import { unlockCommand } from './unlock.ts';
import { verifyCommand } from './verify.ts';
import { readWords } from './words.ts';

export const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  show: showCommand,
  check: checkCommand,
  new: newCommand,
  set: setCommand,
  explain: explainCommand,
  export: exportCommand,
  finalise: finaliseCommand,
  unlock: unlockCommand,
  verify: verifyCommand,
};

/** Runs one command. Every expected failure is a refusal; nothing is written then. */
export async function runCommand(words: readonly string[], ports: CommandPorts): Promise<Result<Answer>> {
  const [name = '', ...rest] = words;
  if (name === '--help' || name === 'help') return ok({ json: { commands: usages() }, text: helpText() });
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return refuse('bad-argument', `没有“${name}”这个命令，可用：${Object.keys(COMMANDS).join('、')}。`);
  if (rest.includes('--help'))
    return ok({ json: { usage: command.usage }, text: [command.usage, `    ${command.summary}`] });
  const read = readWords(command, rest);
  return read.ok ? command.run(read.value, ports) : read;
}

const usages = () => Object.fromEntries(Object.entries(COMMANDS).map(([name, { usage }]) => [name, usage]));

const helpText = (): string[] => Object.values(COMMANDS).flatMap(({ usage, summary }) => [usage, `    ${summary}`]);
