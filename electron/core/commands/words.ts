// Command words -> plain words and options, refused with a sentence that names the word.
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import type { Command, Words } from './command.ts';

/** `--name value`, `--name=value` and flags, as the command declares them. A word after `--` is never an option. */
export function readWords(command: Command, given: readonly string[]): Result<Words> {
  const plain: string[] = [];
  const options: Record<string, string> = {};
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? '';
    if (!word.startsWith('--')) {
      plain.push(word);
      continue;
    }
    const [name = '', ...rest] = word.slice(2).split('=');
    const takesValue = name === 'json' ? false : command.options[name];
    if (takesValue === undefined) return refuse('bad-argument', `不认识的选项“${word}”。用法：${command.usage}`);
    if (!takesValue) {
      options[name] = '';
      continue;
    }
    const value = word.includes('=') ? rest.join('=') : given[++index];
    if (value === undefined || value === '')
      return refuse('bad-argument', `选项“--${name}”后面缺少内容。用法：${command.usage}`);
    options[name] = value;
  }
  return ok({ plain, options });
}

/** The only plain word, such as the file. */
export function oneWord(words: Words, command: Pick<Command, 'usage'>): Result<string> {
  const [word, ...more] = words.plain;
  if (word === undefined || more.length > 0) return refuse('bad-argument', `用法：${command.usage}`);
  return ok(word);
}

/** An option that must be there. */
export function required(words: Words, name: string, command: Pick<Command, 'usage'>): Result<string> {
  const value = words.options[name];
  return value ? ok(value) : refuse('bad-argument', `缺少选项“--${name}”。用法：${command.usage}`);
}

/** A reporting year: the regulation is in force since 2008. */
export function readYear(text: string): Result<number> {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= 2008 && year <= 2100
    ? ok(year)
    : refuse('bad-argument', `年度“${text}”应为2008至2100之间的四位数字。`);
}
