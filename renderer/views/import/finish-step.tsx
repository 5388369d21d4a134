// 完成: what will be written, in one glance, before anything is.
import { EDITIONS, editionFor } from '../../../shared/editions/index.ts';
import { proposedCells } from '../../state/selectors.ts';
import { carryPreview, correctedReport, type Wizard } from '../../state/import-wizard.ts';

export function FinishStep({ wizard }: { readonly wizard: Wizard }) {
  const report = correctedReport(wizard);
  const corrections = Object.keys(wizard.corrections).length;
  const next = wizard.mode === 'next-year';
  const edition = next ? editionFor(wizard.year + 1) : EDITIONS[report.edition];
  const lines = [
    ['机关', report.organ],
    ['将建立', next ? `${wizard.year + 1} 年度年报（${edition.id} 年版格式）` : `${wizard.year} 年度年报，按原样`],
    ['上年数据', next ? `${wizard.year} 年度，来自“${wizard.source.fileName}”` : '无'],
    ['文字', next ? `${wizard.proseOf.length} 章作底稿` : '全部带入'],
    ['上年结转', next ? `${proposedCells(carryPreview(wizard).draft).length} 格，待核对采用` : '按原样'],
    ['改正', corrections > 0 ? `${corrections} 格` : '没有'],
    ['来源文件', '原文件一并存入年报文件，随时可以打开副本核对'],
  ] as const;
  return (
    <div className="finish">
      <h2>确认后写入</h2>
      <dl>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
