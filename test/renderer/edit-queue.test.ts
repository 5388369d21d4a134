// Edits are shown at once, sent in order, and never lost or done twice.
import { expect, test } from 'vitest';
import { createEditQueue, type QueueListener, type Saving } from '../../renderer/state/edit-queue.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { editCells } from '../../shared/editions/edit-cells.ts';
import type { Delta, Snapshot } from '../../shared/ipc/contract.ts';
import { applyEdits } from '../../shared/model/edit.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import { ok, refuse, type RefusalCode, type Result } from '../../shared/model/result.ts';

const CELL: CellId = 'applications.new.natural';
const TOTAL: CellId = 'applications.new.total';

/** A program with a document, which answers when told to. */
function program() {
  let report = emptyReport('某市生态环境局', 2025);
  let revision = 1;
  let refusal: RefusalCode | null = null;
  const asked: number[] = [];
  const snapshot = (): Snapshot => ({
    path: 'a.nianbao',
    report,
    previous: null,
    explanations: {},
    undo: null,
    redo: null,
    revision,
    savedAt: '2026-01-01T00:00:00Z',
    readOnly: false,
  });
  const write = (text: string) => ({
    apply: (shown: Report) => written(shown, text),
    send: async (on: number): Promise<Result<Delta>> => {
      asked.push(on);
      await Promise.resolve();
      if (refusal) return refuse(refusal, '写不进去');
      if (on !== revision) return refuse('internal', '版本不符');
      report = written(report, text);
      revision += 1;
      return ok({
        revision,
        savedAt: `2026-01-01T00:00:0${revision % 10}Z`,
        undo: '填写',
        redo: null,
        cells: { [CELL]: report.cells[CELL]!, [TOTAL]: report.cells[TOTAL]! },
        chapters: {},
      });
    },
    repeatable: true,
  });
  return {
    snapshot,
    write,
    asked,
    refuseWith: (code: RefusalCode | null) => (refusal = code),
    stored: () => report,
    jump: () => (revision += 5),
  };
}

const written = (report: Report, text: string): Report => {
  const change = editCells(report, [{ cell: CELL, text }], 'typed');
  return change.ok ? applyEdits(report, change.value.edits) : report;
};

function windowOf(reload: () => Promise<Snapshot | null>) {
  const seen = { shown: null as Snapshot | null, saving: [] as Saving['kind'][], refused: [] as string[] };
  const listener: QueueListener = {
    show: (snapshot) => (seen.shown = snapshot),
    saving: ({ kind }) => seen.saving.push(kind),
    refused: (message) => seen.refused.push(message),
    reload,
  };
  return { seen, queue: createEditQueue(listener) };
}

test('a figure and its total are shown before the program has answered', () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  void queue.add(p.write('12'));
  expect(seen.shown?.report.cells[CELL]?.value).toBe('12');
  expect(seen.shown?.report.cells[TOTAL]?.value).toBe('12');
});

test('edits go out one after another, each on the revision of the last reply', async () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  for (const text of ['1', '12', '123']) void queue.add(p.write(text));
  expect(seen.shown?.report.cells[CELL]?.value).toBe('123');
  expect(await queue.settled()).toBe(true);
  expect(p.asked).toEqual([1, 2, 3]);
  expect(p.stored().cells[CELL]?.value).toBe('123');
  expect(seen.saving.at(-1)).toBe('saved');
});

test('a reply to an early edit does not bring back an older figure', async () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  const first = queue.add(p.write('1'));
  void queue.add(p.write('2'));
  await first;
  expect(seen.shown?.report.cells[CELL]?.value).toBe('2');
  await queue.settled();
});

test('the shown report keeps its identity when the program confirms what is already shown', async () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  const done = queue.add(p.write('7'));
  const report = seen.shown?.report;
  await done;
  expect(seen.shown?.report).toBe(report);
});

test('a refused figure disappears from the screen with its reason, and later edits still go out', async () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  p.refuseWith('cell-locked');
  await queue.add(p.write('7'));
  p.refuseWith(null);
  await queue.add(p.write('8'));
  expect(seen.refused).toEqual(['写不进去']);
  expect(seen.shown?.report.cells[CELL]?.value).toBe('8');
});

test('an edit on an outdated revision is asked again on the current one', async () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  p.jump();
  await queue.add(p.write('9'));
  expect(p.stored().cells[CELL]?.value).toBe('9');
  expect(seen.refused).toEqual([]);
});

test('what the disk refuses stays on the screen, is told truly, and is written on the next try', async () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  p.refuseWith('disk-full');
  void queue.add(p.write('5'));
  expect(await queue.settled()).toBe(false);
  expect(seen.saving.at(-1)).toBe('failed');
  expect(seen.shown?.report.cells[CELL]?.value).toBe('5');
  p.refuseWith(null);
  queue.retry();
  expect(await queue.settled()).toBe(true);
  expect(p.stored().cells[CELL]?.value).toBe('5');
  expect(seen.saving.at(-1)).toBe('saved');
});

test('saved under another name, what the old disk refused is written into the new file', async () => {
  const p = program();
  const { queue, seen } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  p.refuseWith('disk-full');
  void queue.add(p.write('12'));
  expect(await queue.settled()).toBe(false);
  p.refuseWith(null);
  queue.moveTo({ ...p.snapshot(), path: 'b.nianbao' });
  expect(await queue.settled()).toBe(true);
  expect(p.stored().cells[CELL]?.value).toBe('12');
  expect(seen.shown?.path).toBe('b.nianbao');
  expect(seen.saving.at(-1)).toBe('saved');
});

test('an undo that fails is never asked twice', async () => {
  const p = program();
  const { queue } = windowOf(async () => p.snapshot());
  queue.open(p.snapshot());
  let asked = 0;
  await queue.add({
    apply: (report) => report,
    send: async () => {
      asked += 1;
      return refuse('internal', '没有响应');
    },
    repeatable: false,
  });
  expect(asked).toBe(1);
});
