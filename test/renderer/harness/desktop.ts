// TEST ONLY: an in-memory stand-in for the program behind the window, built from the shared rules. Never part of the product.
import { acceptProposed, editCells } from '../../../shared/editions/edit-cells.ts';
import { carryForward, type CarryNote } from '../../../shared/carry/carry-forward.ts';
import { emptyReport } from '../../../shared/editions/empty-report.ts';
import { pastedBlocks } from '../../../electron/core/readers/text/pasted-text.ts';
import { matchDocument } from '../../../shared/import/match-document.ts';
import type {
  Delta,
  DesktopApi,
  ExportKind,
  HistoryEntry,
  RecentDocument,
  Settings,
  Snapshot,
} from '../../../shared/ipc/contract.ts';
import { applyEdits, editsBetween, invertEdits, type Change } from '../../../shared/model/edit.ts';
import type { Report } from '../../../shared/model/report.ts';
import { ok, refuse, type RefusalCode, type Result } from '../../../shared/model/result.ts';

export interface HarnessOptions {
  readonly previous: Report | null;
  readonly report: Report | null;
  readonly slow?: number;
  readonly text: string;
  readonly notes?: readonly CarryNote[];
}

const settingsOf = (name: string): Settings => ({
  name,
  account: '张三',
  programFolder: 'D:\\年报编制\\data',
  dataFolder: 'D:\\年报编制\\data\\backups',
  standardFolder: true,
  missingFolder: null,
});

/** What a test may do to the stand-in while the window runs. */
export interface Harness {
  refusal: RefusalCode | null;
  asked: string[];
}

export function fakeDesktop(options: HarnessOptions, harness: Harness): DesktopApi {
  let snapshot: Snapshot | null = null;
  let undos: Change[] = [];
  let redos: Change[] = [];
  let history: HistoryEntry[] = [];
  const moments = new Map<number, Report>();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const open = (report: Report, previous: Report | null): Snapshot => {
    undos = [];
    redos = [];
    snapshot = {
      path: 'D:\\年报\\2021年度报告.nianbao',
      report,
      previous,
      explanations: {},
      undo: null,
      redo: null,
      revision: 1,
      savedAt: new Date().toISOString(),
      readOnly: false,
    };
    history = [{ revision: 1, at: snapshot.savedAt, label: '新建年报', author: '', cells: [], chapters: [] }];
    moments.set(1, report);
    return snapshot;
  };
  const commit = (change: Change): Result<Delta> => {
    if (!snapshot) return refuse('no-document', '没有打开年报。');
    const report = applyEdits(snapshot.report, change.edits);
    snapshot = {
      ...snapshot,
      report,
      revision: snapshot.revision + 1,
      savedAt: new Date().toISOString(),
      undo: undos.at(-1)?.label ?? null,
      redo: redos.at(-1)?.label ?? null,
    };
    moments.set(snapshot.revision, report);
    history.push({
      revision: snapshot.revision,
      at: snapshot.savedAt,
      label: change.label,
      author: '',
      cells: change.edits.flatMap((edit) => (edit.kind === 'cell' ? [edit.cell] : [])),
      chapters: change.edits.flatMap((edit) => (edit.kind === 'chapter' ? [edit.chapter] : [])),
    });
    const { revision, savedAt, undo, redo } = snapshot;
    return ok({
      revision,
      savedAt,
      undo,
      redo,
      cells: report.cells,
      chapters: report.chapters,
      organ: report.organ,
      title: report.title,
    });
  };
  const perform = (change: Change): Result<Delta> => {
    undos.push(change);
    redos = [];
    return commit(change);
  };
  const recent: RecentDocument[] = [
    {
      path: 'D:\\年报\\市生态环境局2021年度政府信息公开工作年度报告.nianbao',
      organ: '嘉兴市生态环境局',
      year: 2021,
      status: 'draft',
      errors: 2,
      openedAt: '2026-01-12T06:32:00Z',
      missing: false,
    },
    {
      path: 'D:\\年报\\归档\\2020年度.nianbao',
      organ: '嘉兴市生态环境局',
      year: 2020,
      status: 'final',
      errors: 0,
      openedAt: '2025-12-30T06:32:00Z',
      missing: false,
    },
    {
      path: 'E:\\U盘\\2019.nianbao',
      organ: '嘉兴市生态环境局',
      year: 2019,
      status: 'imported',
      errors: 0,
      openedAt: '2025-11-30T06:32:00Z',
      missing: true,
    },
  ];
  const handlers: Record<string, (...args: never[]) => unknown> = {
    'app:state': () => ok({ version: '0.1.0', recent, snapshot }),
    'file:choose': (kind: 'document' | 'source' | 'backup') =>
      ok(kind === 'source' ? '市生态环境局2020年度报告.txt' : 'D:\\年报\\2021年度报告.nianbao'),
    'document:open': () =>
      ok(options.report ? { snapshot: open(options.report, options.previous), carried: options.notes ?? [] } : null),
    'document:new': (organ: string, year: number) => ok({ snapshot: open(emptyReport(organ, year), null) }),
    'document:next-year': () => {
      if (!snapshot) return refuse('no-document', '没有打开年报。');
      const { draft, notes } = carryForward(snapshot.report, snapshot.report.year + 1);
      return ok({ snapshot: open(draft, snapshot.report), carried: notes });
    },
    'document:close': () => {
      snapshot = null;
      return ok(null);
    },
    'settings:read': () => ok(settingsOf('')),
    'settings:write': (name: string) => ok(settingsOf(name)),
    'backup:list': () =>
      ok([{ path: 'C:\\备份\\1.nianbao', at: '2026-01-12T06:32:00Z', savedAt: '2026-01-12T06:30:00Z', bytes: 151552 }]),
    'recent:forget': (path: string) => ok(recent.filter((entry) => entry.path !== path)),
    'cells:edit': (inputs: never, source: never) => {
      if (!snapshot) return refuse('no-document', '没有打开年报。');
      const change = editCells(snapshot.report, inputs, source);
      return change.ok ? perform(change.value) : change;
    },
    'cells:accept': (cells: never) => (snapshot ? perform(acceptProposed(snapshot.report, cells)) : null),
    'chapter:edit': (chapter: never, doc: never) =>
      snapshot
        ? perform({
            label: '修改文字',
            edits: [{ kind: 'chapter', chapter, before: snapshot.report.chapters[chapter], after: doc }],
          })
        : null,
    'field:edit': (field: 'organ' | 'title', after: string) =>
      snapshot
        ? perform({ label: '修改', edits: [{ kind: 'field', field, before: snapshot.report[field], after }] })
        : null,
    'history:undo': () => {
      const change = undos.pop();
      if (!change) return refuse('bad-argument', '没有可撤销的操作。');
      redos.push(change);
      return commit({ label: `撤销 ${change.label}`, edits: invertEdits(change.edits) });
    },
    'history:redo': () => {
      const change = redos.pop();
      if (!change) return refuse('bad-argument', '没有可重做的操作。');
      undos.push(change);
      return commit(change);
    },
    'history:list': () => ok(history),
    'history:report': (revision: number) => ok(moments.get(revision)),
    'history:restore': (revision: number) => {
      const then = moments.get(revision);
      return snapshot && then ? perform({ label: '恢复', edits: editsBetween(snapshot.report, then) }) : null;
    },
    'explanation:set': () => ok(null),
    'source:read': (fileName: string) => {
      const read = matchDocument(
        { kind: 'text', blocks: pastedBlocks(options.text.split('\n')), remarks: [] },
        { fileName },
      );
      return read.ok ? ok({ token: 't', fileName, path: fileName, proposal: read.value }) : read;
    },
    'source:paste': (_html: string, text: string) => {
      const fileName = '粘贴的内容.txt';
      const read = matchDocument({ kind: 'text', blocks: pastedBlocks(text.split('\n')), remarks: [] }, { fileName });
      return read.ok ? ok({ token: 't', fileName, path: fileName, proposal: read.value }) : read;
    },
    'source:cancel': () => ok(null),
    'source:accept': () =>
      ok(options.report ? { snapshot: open(options.report, options.previous), carried: options.notes ?? [] } : null),
    'preview:make': () => ok({ url: '/sample.pdf', pages: 9, remarks: ['正文仿宋未安装，已用思源宋体代替'] }),
    'export:folder': () => ok('D:\\年报\\导出'),
    'export:run': (kinds: readonly ExportKind[]) =>
      ok(
        kinds.map((kind) => ({
          kind,
          path: `D:\\年报\\导出\\嘉兴市生态环境局2021年度报告.${kind}`,
          bytes: 183421,
          sha256: 'ab12cd34ef567890ab12cd34',
          ms: 900,
        })),
      ),
    'source:list': () => ok([{ id: 1, name: '2020年年报.docx', sha256: 'ab12cd34ef56ab12cd34', bytes: 48213 }]),
    'signoff:list': () => ok([]),
  };
  // the fake answers by name; the types of the real contract hold in the product
  return {
    request: async (name: string, ...args: never[]) => {
      await new Promise((done) => setTimeout(done, options.slow ?? 5));
      harness.asked.push(name);
      if (harness.refusal && /edit|accept|undo/.test(name))
        return refuse(harness.refusal, '磁盘已满，请腾出空间后重试。');
      const handler = handlers[name];
      return structuredClone(handler ? handler(...args) : refuse('internal', `测试环境没有“${name}”。`));
    },
    on: (name: string, listener: (payload: never) => void) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
    pathOf: () => 'D:\\上年.docx',
  } as unknown as DesktopApi;
}
