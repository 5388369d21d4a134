// Reports written for the checks in the manner of published ones: figures, prose, and which figures of the prose the rest determines.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChapterKey, Report } from '../../shared/model/report.ts';
import { madeReport } from './case-report.ts';

const folder = resolve(import.meta.dirname, '../fixtures/prose/written');
const APPLICANTS = ['natural', 'company', 'research', 'welfare', 'legal', 'other'];
const OUTCOMES = ['maintained', 'corrected', 'other', 'pending'];
const DOCUMENTS = ['made', 'repealed', 'valid'];
const CHAPTERS: Readonly<Record<string, ChapterKey>> = { 一: '1', 五: '5', 六: '6' };

/** A report with one thing changed, and what must then be found. */
export interface Seeded {
  readonly name: string;
  readonly report: Report;
  /** Any rule of the prose where none is named. */
  readonly rule: string | null;
  /** The words that were changed; a finding must quote them. */
  readonly words: string;
  readonly hintSuffices: boolean;
}

export interface WrittenReport {
  readonly name: string;
  readonly report: Report;
  readonly previous: Report | null;
  readonly seeded: readonly Seeded[];
}

/** “{28}” is a figure that the tables or other figures of the sentence determine; behind “~” a hint about it suffices. */
const MARKED = /\{([^{}~]+)(~?)\}/g;
const plain = (text: string): string => text.replace(MARKED, '$1');

export function writtenReports(file: string): readonly WrittenReport[] {
  const source = readFileSync(resolve(folder, file), 'utf8');
  return source.split(/^=== /m).slice(1).map(readOne);
}

function readOne(source: string): WrittenReport {
  const [head = '', ...lines] = source.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [organ = '', year = ''] = head.split(' ');
  const own = {
    organ,
    year: Number(year),
    cells: cellsOf(
      lines.filter((line) => /^[a-z]/.test(line)),
      Number(year),
    ),
  };
  const text = (change: (line: string) => string) =>
    Object.fromEntries(
      Object.entries(CHAPTERS).map(([mark, key]) => [
        key,
        lines.flatMap((line) => (line.startsWith(`${mark} `) ? [plain(change(line.slice(2)))] : [])),
      ]),
    );
  const made = (change: (line: string) => string): Report => madeReport({ ...own, chapters: text(change) });
  const last = lines.filter((line) => line.startsWith('last ')).map((line) => line.slice(5));
  const figures = lines.flatMap((line) =>
    /^[一五六] /.test(line)
      ? [...line.matchAll(MARKED)].map(({ 0: marked, 1: figure = '', 2: weak, index }): Seeded => {
          const changed = other(figure);
          const change = (text: string): string =>
            text === line.slice(2) ? `${line.slice(2, index)}${changed}${line.slice(index + marked.length)}` : text;
          const words = plain(line.slice(Math.max(2, index - 5), index)) + changed;
          return {
            name: `${words.trim()} for ${figure}`,
            report: made(change),
            rule: null,
            words: changed,
            hintSuffices: weak !== '',
          };
        })
      : [],
  );
  const wrongs = lines.flatMap((line): Seeded[] => {
    const [, from = '', to = '', rule = '', weak = ''] = /^wrong (.+) => (.+) : ([^~]+)(~?)$/.exec(line) ?? [];
    if (from === '') return [];
    if (!lines.some((one) => plain(one).includes(from) && one !== line)) throw new Error(`not in the prose: ${from}`);
    return [
      {
        name: `${to} for ${from}`,
        report: made((text) => plain(text).replace(from, to)),
        rule,
        words: '',
        hintSuffices: weak !== '',
      },
    ];
  });
  return {
    name: head,
    report: made((line) => line),
    previous: last.length > 0 ? madeReport({ organ, year: own.year - 1, cells: cellsOf(last, own.year - 1) }) : null,
    seeded: [...figures, ...wrongs],
  };
}

/** Another figure in the same notation: 28 -> 29, 12.5 -> 13.5, 三 -> 四, 1.22万 -> 2.22万. */
function other(figure: string): string {
  const chinese = '一二三四五六七八九一';
  if (/[一二三四五六七八九]/.test(figure))
    return figure.replace(
      /[一二三四五六七八九](?=[^一二三四五六七八九]*$)/,
      (digit) => chinese[chinese.indexOf(digit) + 1] ?? '一',
    );
  const wide = (text: string, by: number) =>
    text.replace(/[0-9０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + by));
  const isWide = /[０-９]/.test(figure);
  const half = isWide ? wide(figure, -0xfee0) : figure;
  const next = half.replace(/\d[\d,]*/, (whole) => String(Number(whole.replaceAll(',', '')) + 1));
  return isWide ? next.replace(/\d/g, (digit) => wide(digit, 0xfee0)) : next;
}

/** “new 25 2 0 0 1”: a row of 表三 by applicant, a group of 表四 by outcome, documents by column, or one figure; totals follow. */
function cellsOf(lines: readonly string[], year: number): Record<string, string> {
  const cells: Record<string, string> = {};
  const results = new Map<string, number>();
  const row = (name: string, keys: readonly string[], values: readonly string[], total: boolean): void => {
    for (const [at, key] of keys.entries()) cells[`${name}.${key}`] = values[at] ?? '0';
    if (total) cells[`${name}.total`] = String(values.reduce((sum, value) => sum + Number(value), 0));
  };
  for (const line of lines) {
    const [name = '', ...values] = line.split(' ');
    const [first = '0'] = values;
    if (name === 'wrong' || name === 'last') continue;
    if (name.includes('.')) cells[name] = first;
    else if (name === 'rules' || name === 'normative') row(`disclosure.${name}`, DOCUMENTS, values, false);
    else if (['license', 'penalty', 'coercion'].includes(name)) cells[`disclosure.${name}.decisions`] = first;
    else if (name === 'fee') cells['disclosure.fee.amount'] = first;
    else if (['review', 'direct', 'after_review'].includes(name)) row(`proceedings.${name}`, OUTCOMES, values, true);
    else {
      row(`applications.${name}`, APPLICANTS, values, true);
      if (/^(?:new|carried_)/.test(name)) continue;
      for (const [at, value] of values.entries())
        results.set(APPLICANTS[at] ?? '', (results.get(APPLICANTS[at] ?? '') ?? 0) + Number(value));
    }
  }
  row(
    'applications.result_total',
    APPLICANTS,
    APPLICANTS.map((key) => String(results.get(key) ?? 0)),
    true,
  );
  return year < 2021
    ? Object.fromEntries(
        Object.entries(cells).filter(([id]) => !/^disclosure\.(?:rules|normative)\.(?:repealed|valid)/.test(id)),
      )
    : cells;
}
