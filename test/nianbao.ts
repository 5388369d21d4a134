// Runs the built program's command line as a user's script would: words in; exit status, standard output and error out.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function nianbao(...words: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'test/host/boot.ts'), root, ...words], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

/** The one JSON object of `--json`. */
export function nianbaoJson<T>(...words: readonly string[]): T {
  const { stdout, stderr, status } = nianbao(...words, '--json');
  if (status === 2) throw new Error(`refused: ${stderr}`);
  return JSON.parse(stdout) as T; // the caller names the shape that the public contract promises
}

export const fixture = (name: string): string => join(root, 'test/fixtures/cases', name);

export interface ExpectedCase {
  readonly organ: string;
  readonly year: number;
  readonly edition: string;
  readonly cells: Readonly<Record<string, string | null>>;
}

export const expectedCase = (name: string): ExpectedCase =>
  JSON.parse(readFileSync(fixture(`${name}.expected.json`), 'utf8')) as ExpectedCase; // our own fixture
