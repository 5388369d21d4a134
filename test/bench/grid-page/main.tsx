// The grid alone on a page, with an owner that does what the window's does: applies edits at once, keeps one undo list, runs 全审 later.
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { Grid } from '../../../renderer/grid/grid.tsx';
import { runChecks } from '../../../shared/checks/run-checks.ts';
import { acceptProposed, editCells } from '../../../shared/editions/edit-cells.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { applyEdits, type Change, invertEdits } from '../../../shared/model/edit.ts';
import type { CellId, Report } from '../../../shared/model/report.ts';
import type { PageApi, PageLog, PageSetup } from './page-api.ts';

const holder = document.getElementById('root');
if (!holder) throw new Error('no root');
const root = createRoot(holder);

let setup: PageSetup | null = null;
let log: PageLog | null = null;
let past: readonly Change[] = [];
let future: readonly Change[] = [];
let jumpTo: { cell: CellId; nonce: number } | null = null;
let flash: readonly CellId[] = [];
let findings: ReturnType<typeof runChecks> = [];
let timer: ReturnType<typeof setTimeout> | undefined;

const note = (change: Partial<PageLog>): void => {
  if (log) log = { ...log, ...change };
};

function show(report: Report): void {
  note({ report, undoSteps: past.length });
  draw();
  clearTimeout(timer);
  if (!setup?.checks) return;
  timer = setTimeout(() => {
    findings = runChecks(report, setup?.previous ?? null);
    draw();
  }, 120);
}

function carryOut(change: Change): void {
  if (!log || change.edits.length === 0) return;
  past = [...past, change];
  future = [];
  show(applyEdits(log.report, change.edits));
}

function step(from: readonly Change[], invert: boolean): void {
  const change = from.at(-1);
  if (!log || !change) return;
  past = invert ? past.slice(0, -1) : [...past, change];
  future = invert ? [...future, change] : future.slice(0, -1);
  show(applyEdits(log.report, invert ? invertEdits(change.edits) : change.edits));
}

function draw(): void {
  if (!setup || !log) return;
  const { report } = log;
  const edition = EDITIONS[report.edition];
  const table = edition.tables.find(({ id }) => id === setup?.table);
  if (!table) return;
  root.render(
    <main>
      <button type="button">前</button>
      <div className="holder">
        <Grid
          edition={edition}
          table={table}
          report={report}
          previous={setup.previous}
          findings={findings}
          showPrevious={setup.showPrevious}
          readOnly={setup.readOnly}
          onEdit={(input, source) => {
            if (!log) return;
            const change = editCells(log.report, input, source);
            if (change.ok) carryOut(change.value);
            else note({ messages: [...log.messages, change.error.message] });
          }}
          onAcceptProposed={(cells) => log && carryOut(acceptProposed(log.report, cells))}
          onUndo={() => step(past, true)}
          onRedo={() => step(future, false)}
          onMessage={(text) => note({ messages: [...(log?.messages ?? []), text] })}
          onSelection={(selection) => note({ selection })}
          onActive={(active) => note({ active })}
          flash={flash}
          jumpTo={jumpTo}
          onConfirmPaste={async (plan) => {
            note({ asked: [...(log?.asked ?? []), plan.summary] });
            return setup?.confirm ?? false;
          }}
        />
      </div>
      <button type="button">后</button>
    </main>,
  );
}

const api: PageApi = {
  show(wanted) {
    setup = wanted;
    log = { report: wanted.report, messages: [], asked: [], selection: null, active: null, undoSteps: 0 };
    past = [];
    future = [];
    flash = [];
    jumpTo = null;
    findings = wanted.checks ? runChecks(wanted.report, wanted.previous) : [];
    flushSync(() => root.render(null));
    flushSync(draw);
  },
  change(wanted) {
    if (setup) setup = { ...setup, ...wanted };
    flushSync(draw);
  },
  jump(cell, cells) {
    flash = cells;
    jumpTo = { cell, nonce: (jumpTo?.nonce ?? 0) + 1 };
    draw();
  },
  log() {
    if (!log) throw new Error('nothing is shown');
    return log;
  },
};
Object.assign(window, { gridPage: api });
