// Command words -> plain words and options, refused with a sentence that names the word.
import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import type { Command, Words } from './command.ts';

/** `--name value`, `--name=value` and flags, as the command declares them; each at most once. */
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
    if (options[name] !== undefined) return refuse('bad-argument', `选项“--${name}”写了两次。用法：${command.usage}`);
    if (!takesValue) {
      if (word.includes('=')) return refuse('bad-argument', `选项“--${name}”后面不应有内容。用法：${command.usage}`);
      options[name] = '';
      continue;
    }
    const value = word.includes('=') ? rest.join('=') : given[++index];
    // `--out --force` has forgotten the file, it does not name one
    if (value === undefined || value === '' || (!word.includes('=') && value.startsWith('--')))
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

/**
 * The file of the new document. Only a name of its own kind, and not the one that is read, so that `--force` never writes over an
 * office file or over last year's report.
 */
export function newDocument(words: Words, read: string, command: Pick<Command, 'usage'>): Result<string> {
  const out = required(words, 'out', command);
  if (!out.ok) return out;
  const name = basename(out.value);
  if (extname(name).toLowerCase() !== '.nianbao')
    return refuse('bad-argument', `“${name}”应以“.nianbao”结尾：年报只写入年报文件。`);
  if (resolve(out.value) === resolve(read))
    return refuse('bad-argument', `“${name}”就是要读入的文件；请给新年报换一个文件名。`);
  if (words.options['force'] === undefined && existsSync(out.value))
    return refuse('file-exists', `“${name}”已经存在；换一个文件名，或加 --force 覆盖。`);
  return out;
}

/** A reporting year: the regulation is in force since 2008. */
export function readYear(text: string): Result<number> {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= 2008 && year <= 2100
    ? ok(year)
    : refuse('bad-argument', `年度“${text}”应为2008至2100之间的四位数字。`);
}
