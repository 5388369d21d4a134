// Run-time checks of what the window sends: types end at the process boundary. Every request has one; an error names the place.
import { EDITIONS } from '../editions/index.ts';
import { type ChapterDoc, readChapterDoc } from '../model/chapter.ts';
import { CHAPTER_KEYS, type CellId } from '../model/report.ts';
import { ok, refuse, type Result } from '../model/result.ts';
import {
  type AcceptImport,
  type CellInput,
  type ChosenKind,
  type EditSource,
  EXPORT_KINDS,
  type OwnFolder,
  type ExportWishes,
  type PrintedKind,
  type RequestName,
  type Requests,
  type SignoffNames,
} from './contract.ts';

/** Reads one value at a place; throws Misfit. */
type Check<T> = (value: unknown, place: string) => T;

class Misfit {
  readonly place: string;
  readonly wanted: string;
  constructor(place: string, wanted: string) {
    this.place = place;
    this.wanted = wanted;
  }
}

const misfit = (place: string, wanted: string): never => {
  throw new Misfit(place, wanted);
};

const text =
  (most: number, least = 0): Check<string> =>
  (value, place) =>
    typeof value === 'string' && value.length >= least && value.length <= most
      ? value
      : misfit(place, least === 0 ? `应为不超过${most}个字的文字` : `应为${least}至${most}个字的文字`);

const path: Check<string> = (value, place) => {
  const read = text(4095, 1)(value, place);
  return read.includes('\0') ? misfit(place, '路径中有不能使用的字符') : read;
};

const whole =
  (least: number, most: number): Check<number> =>
  (value, place) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : misfit(place, `应为${least}至${most}的整数`);

const flag: Check<boolean> = (value, place) => (typeof value === 'boolean' ? value : misfit(place, '应为真或假'));

const oneOf =
  <T extends string>(...allowed: readonly T[]): Check<T> =>
  (value, place) =>
    allowed.find((one) => one === value) ?? misfit(place, '应为给定的选项之一');

const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (value, place) =>
    value === null ? null : check(value, place);

const list =
  <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  (value, place) =>
    Array.isArray(value) && value.length <= most
      ? value.map((item, index) => check(item, `${place}[${index}]`))
      : misfit(place, `应为不超过${most}项的列表`);

type Fields<T> = { readonly [K in keyof T]-?: Check<T[K]> };

/** An object with these fields; others are dropped. A field of `optional` may be absent. */
const record =
  <T extends object>(fields: Fields<T>, optional: readonly (keyof T)[] = []): Check<T> =>
  (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit(place, '应为一组字段');
    const read: Partial<T> = {};
    for (const key in fields) {
      const field: unknown = Reflect.get(value, key);
      if (field === undefined && optional.includes(key)) continue;
      read[key] = fields[key](field, `${place}.${key}`);
    }
    return read as T; // every field that is not optional has been read
  };

const CELL = /^[a-z0-9_]{1,60}\.[a-z0-9_]{1,60}\.[a-z0-9_]{1,60}$/;
const cell: Check<CellId> = (value, place) =>
  typeof value === 'string' && CELL.test(value) ? (value as CellId) : misfit(place, '应为单元格编号'); // the pattern is the type's

const CHAPTER_BLOCKS = 2_000;
const CHAPTER_LETTERS = 200_000;

const chapterDoc: Check<ChapterDoc> = (value, place) => {
  const content: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'content') : null;
  if (!Array.isArray(content) || content.length > CHAPTER_BLOCKS)
    return misfit(place, `应为不超过${CHAPTER_BLOCKS}段的文字`);
  const doc = readChapterDoc(value) ?? misfit(place, '文字的结构不符合要求');
  const letters = doc.content.reduce(
    (sum, block) => sum + (block.content ?? []).reduce((inBlock, node) => inBlock + node.text.length, 0),
    0,
  );
  return letters > CHAPTER_LETTERS ? misfit(place, `应为不超过${CHAPTER_LETTERS}个字的文字`) : doc;
};

/** A web page copied as a whole, with its styles. */
const PASTED = 20_000_000;

const year = whole(1990, 2200);
const revision = whole(0, Number.MAX_SAFE_INTEGER);
const edition = oneOf(...Object.values(EDITIONS).map(({ id }) => id));
const chapter = oneOf(...CHAPTER_KEYS);
const inputs = list(record<CellInput>({ cell, text: text(200) }), 1_000);
const editSource = oneOf<EditSource>('typed', 'pasted', 'filled');
const personName = text(100);
const day: Check<string> = (value, place) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : misfit(place, '应为“2026-01-12”样子的日期');
const remark = text(2_000);

const acceptance = record<AcceptImport>({
  token: text(100, 1),
  mode: oneOf('next-year', 'as-is'),
  organ: text(200),
  year,
  edition,
  corrections: inputs,
  proseOf: list(chapter, CHAPTER_KEYS.length),
});
const signoffNames = record<SignoffNames>({ drafted: personName, reviewed: personName, signed: personName });
const wishes = record<Parameters<Requests['source:read']>[1]>({ year, edition }, ['year', 'edition']);
const exportKinds = list(oneOf(...EXPORT_KINDS), EXPORT_KINDS.length);
const printedKind = oneOf<PrintedKind>('pdf', 'sheet');

type Checks<A extends readonly unknown[]> = { readonly [I in keyof A]: Check<A[I]> };

const CHECKS: { readonly [K in RequestName]: Checks<Parameters<Requests[K]>> } = {
  'app:state': [],
  'file:choose': [oneOf<ChosenKind>('document', 'source', 'backup')],
  'document:open': [path],
  'document:new': [text(200), year],
  'document:next-year': [],
  'document:save-as': [],
  'document:close': [],
  'backup:list': [nullable(path)],
  'settings:read': [],
  'settings:write': [personName],
  'data-folder:move': [oneOf('chosen', 'standard')],
  'folder:open': [oneOf<OwnFolder>('program', 'backups', 'logs')],
  'recent:forget': [path],
  'source:read': [path, wishes],
  'source:paste': [text(PASTED), text(PASTED)],
  'source:cancel': [],
  'source:accept': [acceptance],
  'cells:edit': [inputs, editSource, revision],
  'cells:accept': [list(cell, 1_000)],
  'chapter:edit': [chapter, chapterDoc, revision],
  'field:edit': [oneOf('organ', 'title'), text(200)],
  'history:undo': [],
  'history:redo': [],
  'history:list': [],
  'history:report': [revision],
  'history:restore': [revision],
  'explanation:set': [text(8_000, 1), remark],
  'source:list': [],
  'source:open': [whole(0, Number.MAX_SAFE_INTEGER)],
  'document:verify': [],
  'signoff:list': [],
  'signoff:step': [oneOf('submitted', 'remark', 'revised', 'signed'), personName, remark, nullable(day)],
  'signoff:finalise': [signoffNames],
  'signoff:unlock': [remark],
  'export:folder': [],
  'export:run': [exportKinds, nullable(path), record<ExportWishes>({ draft: flag, attachment: flag })],
  'export:cancel': [],
  'preview:make': [printedKind, flag],
  'preview:print': [printedKind, flag],
  'file:show': [path],
  'file:open': [path],
};

/**
 * The arguments of a request as the contract has them, or a refusal for the person. `tell` gets the first wrong place, such as
 * “参数1[3].text”, and what was wanted there.
 */
export function readArgs<K extends RequestName>(
  name: K,
  args: readonly unknown[],
  tell: (misfit: string) => void = () => {},
): Result<Parameters<Requests[K]>> {
  const checks: readonly Check<unknown>[] = CHECKS[name];
  try {
    if (args.length !== checks.length) misfit('', `应有${checks.length}项，收到${args.length}项`);
    const read = checks.map((check, index) => check(args[index], `参数${index + 1}`));
    return ok(read as Parameters<Requests[K]>); // checked one by one above
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    tell(`${error.place} ${error.wanted}`);
    return refuse('bad-argument', `操作没有执行：输入的内容${error.wanted}，请修改后再试。`);
  }
}
