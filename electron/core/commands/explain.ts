// explain: 说明 for findings of 全审, named by their rule or by the key that check gives.
import { type Finding, findingKey } from '../../../shared/checks/finding.ts';
import { runChecks } from '../../../shared/checks/run-checks.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { openDocument } from '../store/document-store.ts';
import type { Command } from './command.ts';

export const explainCommand: Command = {
  usage: 'explain 文件.nianbao 核对项=说明 … [--json]',
  summary: '填写说明；核对项如 C-ONE-LENGTH（该项的每一条），或 check --json 给出的 key（一条）；说明为空即删除',
  options: {},

  async run(words) {
    const [file, ...assignments] = words.plain;
    if (file === undefined || assignments.length === 0) return refuse('bad-argument', `用法：${explainCommand.usage}`);
    const opened = openDocument(file);
    if (!opened.ok) return opened;
    const store = opened.value;
    try {
      const { report, previous } = store.snapshot();
      const findings = runChecks(report, previous);
      const wanted: Explained[] = [];
      for (const word of assignments) {
        const named = explainedBy(word, findings);
        if (!named.ok) return named;
        wanted.push(...named.value);
      }
      for (const { key, text } of wanted) {
        const done = store.explain(key, text);
        if (!done.ok) return done;
      }
      return ok({ json: { explained: wanted }, text: [`已填写${wanted.length}条说明。`] });
    } finally {
      store.close();
    }
  },
};

interface Explained {
  readonly key: string;
  readonly text: string;
}

function explainedBy(word: string, findings: readonly Finding[]): Result<readonly Explained[]> {
  const keys = findings.map(findingKey);
  const one = keys.find((key) => word.startsWith(`${key}=`));
  if (one !== undefined) return ok([{ key: one, text: word.slice(one.length + 1) }]);
  const [rule = '', ...rest] = word.split('=');
  const named = findings.filter((finding) => finding.rule === rule);
  if (rest.length === 0) return refuse('bad-argument', `“${word}”应写成“核对项=说明”。用法：${explainCommand.usage}`);
  if (named.length === 0) return refuse('bad-argument', `全审中没有“${rule}”这一项，没有填写说明。`);
  return ok(named.map((finding) => ({ key: findingKey(finding), text: rest.join('=') })));
}
