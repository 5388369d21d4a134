// set: edits of figure cells, one transaction.
import { countFindings } from '../../../shared/checks/finding.ts';
import { runChecks } from '../../../shared/checks/run-checks.ts';
import { type CellText, editCells } from '../../../shared/editions/edit-cells.ts';
import type { CellId } from '../../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { openDocument } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { cellsJson } from './report-json.ts';

export const setCommand: Command = {
  usage: 'set 文件.nianbao 单元格=数值 … [--json]',
  summary: '修改单元格，一次全部写入或全部不写',
  options: {},

  async run(words) {
    const [file, ...assignments] = words.plain;
    if (file === undefined || assignments.length === 0) return refuse('bad-argument', `用法：${setCommand.usage}`);
    const inputs = readAssignments(assignments);
    if (!inputs.ok) return inputs;
    const opened = openDocument(file);
    if (!opened.ok) return opened;
    const store = opened.value;
    try {
      const change = editCells(store.snapshot().report, inputs.value, 'typed');
      if (!change.ok) return change;
      const done = store.commit(change.value);
      if (!done.ok) return done;
      const { report, previous } = store.snapshot();
      const counts = countFindings(runChecks(report, previous));
      const text = [`已修改${change.value.edits.length}格。`, `全审：错误${counts.error}，提示${counts.warning}。`];
      return ok({ json: { cells: cellsJson(report.edition, report.cells), findings: counts }, text });
    } finally {
      store.close();
    }
  },
};

function readAssignments(words: readonly string[]): Result<CellText[]> {
  const inputs: CellText[] = [];
  for (const word of words) {
    const [, cell, text] = /^([a-z_]+\.[a-z_]+\.[a-z_]+)=(.*)$/s.exec(word) ?? [];
    if (cell === undefined || text === undefined)
      return refuse('bad-argument', `“${word}”应写成“单元格=数值”。用法：${setCommand.usage}`);
    inputs.push({ cell: cell as CellId, text }); // the pattern above is that of a cell id; an unknown one is refused later
  }
  return ok(inputs);
}
