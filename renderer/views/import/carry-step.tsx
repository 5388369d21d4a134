// 带入方式: next year's draft or the report as it is; which prose is taken; what is carried and what is not, and why.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { Checkbox, Radio } from 'antd';
import { columnLabel, rowLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { characterCount, isEmptyChapter } from '../../../shared/model/chapter.ts';
import { CHAPTER_KEYS, type ChapterKey } from '../../../shared/model/report.ts';
import { carryPreview, correctedReport, type Wizard } from '../../state/import-wizard.ts';

interface Props {
  readonly wizard: Wizard;
  readonly onChange: (wizard: Wizard) => void;
}

function Carried({ wizard }: { readonly wizard: Wizard }) {
  const { notes } = carryPreview(wizard);
  const edition = EDITIONS[wizard.source.proposal.report.edition];
  const taken = notes.filter(({ to }) => to !== null);
  const rows = Map.groupBy(taken, ({ from }) => from.split('.').slice(0, 2).join('.'));
  const kept = Map.groupBy(
    notes.filter(({ to }) => to === null),
    ({ reason }) => reason,
  );
  const alike = [...kept].filter(([, cells]) => cells.length > 1);
  const single = [...kept].filter(([, cells]) => cells.length === 1);
  return (
    <section>
      <h2>数字</h2>
      {[...rows].map(([row, notesOfRow]) => (
        <div key={row}>
          <p>{rowLabel(edition, row)}，作为本年“上年结转”的建议，核对采用后才算数：</p>
          <ul className="carry-figures">
            {notesOfRow.map(({ from, value }) => (
              <li key={from} className={value === null ? 'is-blank' : ''}>
                <small>{columnLabel(edition, from)}</small>
                <b>{value ?? '空白，不带入'}</b>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {alike.length > 0 && (
        <div className="carry-kept">
          <p>其余的数不带入：</p>
          <dl>
            {alike.map(([reason, cells]) => (
              <div key={reason}>
                <dt className="figure">{cells.length} 格</dt>
                <dd>{reason}。</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {single.length > 0 && (
        <details className="carry-kept">
          <summary>另有 {single.length} 格不带入的原因</summary>
          <ul>
            {single.map(([reason]) => (
              <li key={reason}>{reason}。</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Prose({ wizard, onChange }: Props) {
  const report = correctedReport(wizard);
  const { chapters } = EDITIONS[report.edition];
  const nameOf = (key: ChapterKey): string => {
    const spec = chapters.find((one) => one.key === key);
    return spec ? chapterHeading(spec) : '引言';
  };
  return (
    <section>
      <h2>文字作底稿</h2>
      <div className="choices">
        {CHAPTER_KEYS.filter((key) => !isEmptyChapter(report.chapters[key])).map((key) => (
          <Checkbox
            key={key}
            checked={wizard.proseOf.includes(key)}
            onChange={({ target }) =>
              onChange({
                ...wizard,
                proseOf: CHAPTER_KEYS.filter((one) => (one === key ? target.checked : wizard.proseOf.includes(one))),
              })
            }
          >
            {nameOf(key)}（{characterCount(report.chapters[key])} 字）
          </Checkbox>
        ))}
      </div>
      <p className="problems-note">不作底稿的章节留空，上年文字仍可并排对照。</p>
    </section>
  );
}

export function CarryStep({ wizard, onChange }: Props) {
  return (
    <div className="carry">
      <Radio.Group
        className="carry-modes"
        aria-label="带入方式"
        value={wizard.mode}
        onChange={(event) => onChange({ ...wizard, mode: event.target.value === 'as-is' ? 'as-is' : 'next-year' })}
      >
        <Radio value="next-year">
          <strong>编制 {wizard.year + 1} 年度年报（推荐）</strong>
          <span>{wizard.year} 年度作为上年数据；文字作底稿，结转下年度转为上年结转，其余数字只作对照。</span>
        </Radio>
        <Radio value="as-is">
          <strong>按原样打开 {wizard.year} 年度年报</strong>
          <span>核对、改正或重新导出这份年报；印出的总计原样保留，不符之处由全审指出。</span>
        </Radio>
      </Radio.Group>
      {wizard.mode === 'next-year' && (
        <div className="carry-columns">
          <Prose wizard={wizard} onChange={onChange} />
          <Carried wizard={wizard} />
        </div>
      )}
    </div>
  );
}
