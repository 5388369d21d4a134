// new: this year's draft from last year's document.
import { carryForward } from '../../../shared/carry/carry-forward.ts';
import { ok, refuse } from '../../../shared/model/result.ts';
import { createDocument, readDocumentReport } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { chaptersJson } from './report-json.ts';
import { newDocument, readYear, required } from './words.ts';

export const newCommand: Command = {
  usage: 'new --from 上年.nianbao --year 年度 --out 新文件.nianbao [--force] [--json]',
  summary: '由上年年报建立本年草稿：结转数带入，其余数字只作对照',
  options: { from: true, year: true, out: true, force: false },

  async run(words) {
    if (words.plain.length > 0) return refuse('bad-argument', `用法：${newCommand.usage}`);
    const from = required(words, 'from', newCommand);
    if (!from.ok) return from;
    const out = newDocument(words, from.value, newCommand);
    if (!out.ok) return out;
    const wanted = required(words, 'year', newCommand);
    if (!wanted.ok) return wanted;
    const year = readYear(wanted.value);
    if (!year.ok) return year;
    const force = words.options['force'] !== undefined;
    const last = readDocumentReport(from.value);
    if (!last.ok) return last;
    const previous = last.value;
    if (year.value !== previous.year + 1) {
      return refuse(
        'bad-argument',
        `“${from.value}”是${previous.year}年度的年报，只能作为${previous.year + 1}年度的上年数据。`,
      );
    }
    const { draft, notes } = carryForward(previous, year.value);
    const made = createDocument(
      out.value,
      { report: draft, previous, label: `由${previous.year}年年报新建` },
      { force },
    );
    if (!made.ok) return made;
    made.value.close();
    const carried = notes.flatMap(({ from: source, to, value }) => (to === null ? [] : [{ from: source, to, value }]));
    const dropped = notes.flatMap(({ from: cell, to, reason }) => (to === null ? [{ cell, reason }] : []));
    return ok({
      json: { carried, dropped, chapters: chaptersJson(draft) },
      text: [draft.title, `带入${carried.length}个数，${dropped.length}个上年数只作对照。`],
    });
  },
};
