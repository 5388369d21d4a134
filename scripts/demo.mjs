// npm run demo: the sample report from its web page to findings, next year's draft and the finished documents, in out/demo.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { node24, root } from './setup.mjs';

const folder = path.join(root, 'out', 'demo');
const sample = path.join(root, 'resources', 'sample', '市生态环境局2020年度报告.txt');
const at = (name) => path.join(folder, name);
const shown = (file) => path.relative(process.cwd(), file);

/** One command of the program's own command line, with its JSON and its time. */
function nianbao(...words) {
  const began = performance.now();
  const { status, stdout } = spawnSync(node24(), [path.join(root, 'test/host/boot.ts'), root, ...words, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
  return { ...JSON.parse(stdout), ms: Math.round(performance.now() - began) };
}

const SEVERITY = { error: '错误', warning: '提示', hint: '参考' };
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const report = nianbao('import', sample, '--out', at('2020.nianbao'));
const figures = Object.values(report.cells);
console.log(`一、装入已发布的年报：${report.title}`);
console.log(
  `    ${report.year}年度，${report.edition}年版格式，${figures.length}个单元格（${figures.filter((cell) => cell.state === 'number').length}个有数字），用时${report.ms}毫秒`,
);
for (const { message } of report.warnings) console.log(`    请核对：${message}`);

const { findings, counts, ms } = nianbao('check', at('2020.nianbao'));
console.log(`\n二、全审：错误${counts.error}，提示${counts.warning}，参考${counts.hint}，用时${ms}毫秒`);
for (const { severity, message, rule } of findings) console.log(`    【${SEVERITY[severity]}】${message} [${rule}]`);

const draft = nianbao('new', '--from', at('2020.nianbao'), '--year', '2021', '--out', at('2021.nianbao'));
console.log(`\n三、建立2021年度草稿（2019年版格式→2021年版格式），用时${draft.ms}毫秒`);
for (const { from, to, value } of draft.carried) console.log(`    带入 ${from} → ${to}：${value ?? '空'}`);
console.log(`    ${draft.dropped.length}个上年数只作对照，例如 ${draft.dropped[0]?.cell}：${draft.dropped[0]?.reason}`);

const kinds = ['xlsx', 'pdf', 'docx', 'html'];
const exported = nianbao('export', at('2020.nianbao'), ...kinds.flatMap((kind) => [`--${kind}`, at(`2020.${kind}`)]));
console.log('\n四、导出2020年度年报');
for (const file of exported.files) console.log(`    ${shown(file.path)}  ${kilobytes(file.bytes)}  ${file.ms}毫秒`);

console.log(
  `\n请打开：${shown(at('2020.pdf'))}（签批稿）、${shown(at('2020.xlsx'))}（表格），或用 npm start 打开 ${shown(at('2021.nianbao'))} 继续填报。`,
);
