// The rings hold: who may import whom, and which packages a folder may use.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { EDITIONS } from '../shared/editions/index.ts';

const root = resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(root, name)).isFile());
}

/** Every module a file names: imports, re-exports, dynamic imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s*\(\s*|^import\s+)'([^']+)'/gm)].map((match) => match[1] ?? '');
}

/** A module as a path from the root, or the name of its package. */
function target(file: string, name: string): string {
  return name.startsWith('.')
    ? relative(root, resolve(root, dirname(file), name.replace(/\?.*$/, '')))
        .split(sep)
        .join('/')
    : `package:${name}`;
}

/** The longest folder listed here decides. `packages` are the only packages, `folders` the only other folders a file may import. */
const RULES: Record<string, { packages: readonly RegExp[]; folders: readonly string[] }> = {
  'shared/model': { packages: [], folders: ['shared/model'] },
  'shared/editions': { packages: [], folders: ['shared/model', 'shared/editions'] },
  'shared/text': { packages: [], folders: ['shared/model', 'shared/editions', 'shared/text'] },
  'shared/carry': { packages: [], folders: ['shared/model', 'shared/editions', 'shared/text', 'shared/carry'] },
  'shared/checks': { packages: [], folders: ['shared/model', 'shared/editions', 'shared/text', 'shared/checks'] },
  'shared/import': { packages: [], folders: ['shared/model', 'shared/editions', 'shared/text', 'shared/import'] },
  'shared/export': {
    packages: [],
    folders: ['shared/model', 'shared/editions', 'shared/text', 'shared/checks', 'shared/export'],
  },
  'shared/ipc': { packages: [], folders: ['shared'] },
  'electron/core': {
    packages: [
      /^node:/,
      /^better-sqlite3$/,
      /^exceljs/,
      /^@e965\/xlsx$/,
      /^docx$/,
      /^parse5$/,
      /^@cantoo\/pdf-lib$/,
      /^fflate$/,
      /^yauzl$/,
      /^pdfjs-dist/,
    ],
    folders: ['shared', 'electron/core'],
  },
  'electron/engine': { packages: [/^node:/], folders: ['shared', 'electron/core', 'electron/engine'] },
  'electron/main': {
    packages: [/^node:/, /^electron$/],
    folders: ['shared', 'electron/core', 'electron/engine', 'electron/main'],
  },
  'electron/preload': { packages: [/^electron$/], folders: ['shared', 'electron/preload'] },
  renderer: {
    packages: [/^react$/, /^react-dom/, /^antd/, /^@ant-design\/icons$/, /^zustand/, /^@tiptap\//, /^pdfjs-dist/],
    folders: ['shared', 'renderer'],
  },
};

const ruleOf = (file: string) =>
  Object.keys(RULES)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((left, right) => right.length - left.length)[0];

const files = ['shared', 'electron', 'renderer'].flatMap(sources).map((file) => file.split(sep).join('/'));

test('every source file lies in a folder that has a rule', () => {
  expect(files.filter((file) => !ruleOf(file))).toEqual([]);
});

test('imports follow the arrows, and no folder uses a package that nobody allowed it', () => {
  const broken = files.flatMap((file) => {
    const rule = RULES[ruleOf(file) ?? ''];
    return importsOf(file)
      .map((name) => target(file, name))
      .filter((to) =>
        to.startsWith('package:')
          ? !rule?.packages.some((allowed) => allowed.test(to.slice('package:'.length)))
          : !rule?.folders.some((folder) => to.startsWith(`${folder}/`)),
      )
      .map((to) => `${file} -> ${to}`);
  });
  expect(broken).toEqual([]);
});

test('every package that a folder may use is used there', () => {
  const unused = Object.entries(RULES).flatMap(([folder, { packages }]) => {
    const used = files.filter((file) => ruleOf(file) === folder).flatMap(importsOf);
    return packages
      .filter((allowed) => !used.some((name) => allowed.test(name)))
      .map((allowed) => `${folder}: ${String(allowed)}`);
  });
  expect(unused).toEqual([]);
});

test('raw IPC stands in one file on each side, and the window reaches the program in one file', () => {
  const users = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
  expect(users(/\bipcMain\b/)).toEqual(['electron/main/ipc.ts']);
  expect(users(/\bipcRenderer\b/)).toEqual(['electron/preload/index.ts']);
  expect(users(/\bwindow\.desktop\b/).filter((file) => file.startsWith('renderer/'))).toEqual([
    'renderer/state/desktop.ts',
  ]);
});

test('no network module is used anywhere', () => {
  const network = /^(node:)?(http|https|http2|net|tls|dgram|dns)$/;
  expect(
    files.flatMap((file) =>
      importsOf(file)
        .filter((name) => network.test(name))
        .map((name) => `${file} -> ${name}`),
    ),
  ).toEqual([]);
});

test('every source file says in its first line what it is for', () => {
  expect(files.filter((file) => !/^(\/\/|\/\*\*?) ?\S/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

/** The names of checks are those of what they check. */
const NAMES_CHECKS = 'shared/checks/specs.ts';

test('the form stands in shared/editions alone: no other code asks for a label, a chapter title or a cell by name', () => {
  const labels = new Set(
    Object.values(EDITIONS).flatMap(({ tables, chapters, labelVariants }) =>
      [
        ...tables.flatMap(({ rows }) => rows.flat().flatMap((cell) => (cell.kind === 'label' ? [cell.text] : []))),
        ...labelVariants.flatMap(({ variants }) => variants),
        ...chapters.flatMap(({ title, titleVariants }) => [title, ...titleVariants]),
      ].flatMap((text) => [text, text.replace(/^[（(]?[一二三四五六七\d][）)]?[.、]?/, '')]),
    ),
  );
  const long = [...labels].filter((label) => label.length >= 4);
  const named = files
    .filter((file) => !file.startsWith('shared/editions/') && file !== NAMES_CHECKS)
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
      const strings = [...code.matchAll(/'([^'\n]*)'/g)].map(([, one]) => one ?? '');
      const patterns = [...code.matchAll(/\/(?![/*])(?:[^/\\\n]|\\.)+\/[gimsuy]*/g)].map(([one]) => one);
      return [
        ...strings.filter((one) => one.length >= 3 && labels.has(one)),
        ...strings.filter((one) => /^(?:disclosure|applications|proceedings)(?:\.|$)/.test(one)),
        ...patterns.filter((one) => long.some((label) => one.includes(label))),
      ].map((one) => `${file}: ${one}`);
    });
  expect(named).toEqual([]);
});
