// 呈批单: the sheet that goes to the reviewer and the signing leader with the report. Names, figures at a glance, findings, changes.
import type { Severity } from '../checks/finding.ts';
import { cellLabel } from '../editions/cell-label.ts';
import { EDITIONS } from '../editions/index.ts';
import { isDecimal, subtractDecimals } from '../model/decimal.ts';
import { showFigure } from '../model/number-cell.ts';
import { BLANK, type CellId, type Report } from '../model/report.ts';
import { escapeHtml } from './markup.ts';
import { printCss } from './print-css.ts';

export interface SignoffPerson {
  readonly name: string;
  /** ISO time; '' while it has not happened. */
  readonly at: string;
}

export interface SignoffFinding {
  readonly severity: Severity;
  readonly message: string;
  /** 说明, '' where none was given. */
  readonly explanation: string;
}

export interface SignoffData {
  readonly report: Report;
  readonly previous: Report | null;
  readonly fingerprint: string;
  readonly drafted: SignoffPerson;
  readonly reviewed: SignoffPerson;
  readonly signed: SignoffPerson;
  /** 审核意见 in order. */
  readonly remarks: readonly { readonly name: string; readonly at: string; readonly remark: string }[];
  readonly findings: readonly SignoffFinding[];
  /** What was changed since the last review, newest last. */
  readonly changes: readonly { readonly at: string; readonly label: string }[];
}

/** The most changes the sheet lists; the history in the program has them all. */
const CHANGES_SHOWN = 20;

const SEVERITIES = { error: '错误', warning: '提示', hint: '参考' } as const satisfies Record<Severity, string>;

/**
 * The sheet as a page to print, on its own and apart from the report.
 * @param fontBase address that the bundled fonts stand under, ending with a slash.
 */
export function signoffHtml(data: SignoffData, { fontBase }: { readonly fontBase: string }): string {
  const { report, fingerprint, findings, changes, remarks } = data;
  const edition = EDITIONS[report.edition];
  const body = [
    '<h1>政府信息公开工作年度报告呈批单</h1>',
    table([
      ['机关', report.organ, '年度', `${report.year}年`],
      ['格式', `${edition.id}年版（${edition.document}）`, '校验码', fingerprint],
    ]),
    heading('办理'),
    signatures(data),
    ...(remarks.length > 0 ? [heading('审核意见'), list(remarks.map(remarkText))] : []),
    heading('主要数据'),
    figuresTable(data),
    heading(`全审情况：${counts(findings)}`),
    findings.length > 0 ? findingsTable(findings) : '<p>全审通过，没有需要说明的事项。</p>',
    ...(changes.length > 0 ? [heading('上次审核以来的修改'), list(changesShown(changes))] : []),
  ];
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(`${report.organ}${report.year}年度报告呈批单`)}</title>`,
    `<style>${printCss(fontBase)}${CSS}</style></head><body>`,
    ...body,
    '</body></html>',
    '',
  ].join('\n');
}

const CSS = `
@page{margin:20mm 22mm 22mm 25mm}
body{font-size:12pt;line-height:20pt;letter-spacing:0}
h1{margin:0 0 12pt}
h2{font-size:13pt;line-height:22pt;text-indent:0;margin-top:8pt}
table{width:calc(100% - 1pt);break-inside:auto;font-size:10.5pt;line-height:15pt}
tr{break-inside:avoid}
th,td{padding:2.4pt 4pt}
td{text-align:left}
td.figure{text-align:right}
td.sign{height:26pt}
table.figures{font-size:9pt;line-height:12.5pt;table-layout:auto}
table.figures td.figure{white-space:nowrap}
table.figures th,table.figures td{padding:1.6pt 3pt}
th.of{text-align:left}
p,li{text-indent:0;font-size:11pt;line-height:18pt}
ol{margin:0;padding-left:1.8em}
`;

const heading = (text: string): string => `<h2>${escapeHtml(text)}</h2>`;

const list = (texts: readonly string[]): string =>
  `<ol>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ol>`;

/** Column widths in per cent. */
const columns = (...widths: readonly number[]): string =>
  `<colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup>`;

/** Rows of label and text in turn. */
const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${columns(12, 46, 12, 30)}${rows
    .map(
      (row) =>
        `<tr>${row.map((text, index) => (index % 2 === 0 ? `<th scope="row" class="column">${escapeHtml(text)}</th>` : `<td>${filled(text)}</td>`)).join('')}</tr>`,
    )
    .join('')}</table>`;

const filled = (text: string): string => (text === '' ? '&nbsp;' : escapeHtml(text));

const head = (...texts: readonly string[]): string =>
  `<thead><tr>${texts.map((text) => `<th scope="col" class="column">${escapeHtml(text)}</th>`).join('')}</tr></thead>`;

/** A line for each of those who answer for the report, with room for a signature by hand. */
function signatures({ drafted, reviewed, signed }: SignoffData): string {
  const row = (role: string, { name, at }: SignoffPerson): string =>
    `<tr><th scope="row" class="column">${role}</th><td>${filled(name)}</td><td>${filled(day(at))}</td><td class="sign">&nbsp;</td></tr>`;
  return `<table>${columns(14, 24, 24, 38)}${head('环节', '姓名', '日期', '签名')}<tbody>${row('拟稿', drafted)}${row('审核', reviewed)}${row('签发', signed)}</tbody></table>`;
}

/** “2026年1月8日” in Chinese time; '' for a time that is not stated. */
function day(iso: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return '';
  const local = new Date(at + 8 * 3_600_000);
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}

const remarkText = ({ name, at, remark }: SignoffData['remarks'][number]): string =>
  `${[name, day(at)].filter(Boolean).join('，')}：${remark}`;

function changesShown(changes: SignoffData['changes']): string[] {
  const left = changes.length - CHANGES_SHOWN;
  const shown = changes.slice(Math.max(0, left)).map(({ at, label }) => `${day(at)} ${label}`);
  return left > 0 ? [`此前还有${left}处修改，见程序中的历史。`, ...shown] : shown;
}

const counts = (findings: readonly SignoffFinding[]): string =>
  (Object.keys(SEVERITIES) as Severity[]) // keys of the literal above
    .map((severity) => `${SEVERITIES[severity]}${findings.filter((finding) => finding.severity === severity).length}`)
    .join('，');

const findingsTable = (findings: readonly SignoffFinding[]): string =>
  `<table>${columns(9, 58, 33)}${head('类别', '内容', '说明')}<tbody>${findings
    .map(
      ({ severity, message, explanation }) =>
        `<tr><td>${SEVERITIES[severity]}</td><td>${escapeHtml(message)}</td><td>${filled(explanation)}</td></tr>`,
    )
    .join('')}</tbody></table>`;

/**
 * The cells a leader looks at: the totals that the form's last identity binds, the totals of a table without identity, and every
 * figure of a table without totals.
 */
export function figuresAtAGlance(report: Report): readonly CellId[] {
  const { tables, equations } = EDITIONS[report.edition];
  return tables.flatMap((spec): CellId[] => {
    const own = equations.filter(({ left }) => left[0]?.startsWith(`${spec.id}.`));
    const identity = own.findLast(({ computes, left }) => !computes && left.length > 1);
    if (identity) return [...identity.left, ...identity.right];
    const totals = own.flatMap(({ computes }) => computes ?? []);
    if (totals.length > 0) return totals;
    return spec.rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'figure' ? [cell.id] : [])));
  });
}

/** Last year beside each figure where it is known; else two figures a line, so that the sheet stays one page where it can. */
function figuresTable({ report, previous }: SignoffData): string {
  const figures = figuresAtAGlance(report).map((id) => {
    const now = report.cells[id] ?? BLANK;
    const before = previous?.cells[id];
    const compared = [before ? showFigure(before) : '', change(now.value, before?.value ?? null)];
    const label = cellLabel(EDITIONS[report.edition], id);
    return `<th scope="row" class="of">${escapeHtml(label)}</th>${[showFigure(now), ...(previous ? compared : [])].map((text) => `<td class="figure">${filled(text)}</td>`).join('')}`;
  });
  const half = Math.ceil(figures.length / 2);
  const rows = previous
    ? figures
    : figures.slice(0, half).map((left, row) => left + (figures[half + row] ?? '<td>&nbsp;</td><td>&nbsp;</td>'));
  const start = previous
    ? columns(49, 17, 17, 17) + head('项目', '本年', '上年', '增减')
    : columns(37, 13, 37, 13) + head('项目', '本年', '项目', '本年');
  return `<table class="figures">${start}<tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`;
}

function change(now: string | null, before: string | null): string {
  if (now === null || before === null || !isDecimal(now) || !isDecimal(before)) return '';
  const difference = subtractDecimals(now, before);
  return difference.startsWith('-') || difference === '0' ? difference : `+${difference}`;
}
