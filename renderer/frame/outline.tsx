// The outline on the left: the report, its chapters and tables with their states, and the screens about the whole report.
import { chapterHeading } from '../../shared/editions/chapter-name.ts';
import {
  CheckCircleFilled,
  CloseCircleFilled,
  DownloadOutlined,
  FileSearchOutlined,
  HistoryOutlined,
  SwapOutlined,
  AuditOutlined,
  AppstoreOutlined,
} from '@ant-design/icons';
import { type ReactNode, useMemo } from 'react';
import { type EntryState, type OutlineEntry, outlineOf, STATE_NAMES } from '../state/outline.ts';
import { go, placeOfChapter } from '../state/navigate.ts';
import { type Place, samePlace } from '../state/place.ts';
import { setState, useStore } from '../state/store.ts';
import { STATUS_NAMES } from '../state/words.ts';

export function useOutline(): readonly OutlineEntry[] {
  const document = useStore((now) => now.document);
  const findings = useStore((now) => now.findings);
  const checked = useStore((now) => now.checked);
  return useMemo(
    () => (document ? outlineOf(document.report, findings, document.explanations, checked) : []),
    [document, findings, checked],
  );
}

/** A mark with its own shape for each state, so that colour is never the only sign. */
export function StateMark({ state }: { readonly state: EntryState }) {
  if (state === 'reviewed') return <CheckCircleFilled aria-hidden className="mark is-reviewed" />;
  if (state === 'errors') return <CloseCircleFilled aria-hidden className="mark is-errors" />;
  return (
    <svg className={`mark is-${state}`} viewBox="0 0 16 16" aria-hidden>
      <circle cx="8" cy="8" r="6.25" />
      {state === 'working' && <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" />}
    </svg>
  );
}

const stateText = ({ state, errors, warnings, filled, total, table }: OutlineEntry): string =>
  state === 'errors'
    ? `${errors} 错误`
    : state === 'working'
      ? table && filled < total
        ? `${filled}/${total}`
        : `${warnings} 提示`
      : STATE_NAMES[state];

function Item(props: {
  readonly place: Place;
  readonly mark: ReactNode;
  readonly children: ReactNode;
  readonly note?: string | undefined;
  /** Read out after the name. */
  readonly state?: string;
}) {
  const current = useStore((now) => samePlace(now.place, props.place));
  return (
    <li>
      <button
        type="button"
        className="outline-item"
        aria-current={current ? 'page' : undefined}
        onClick={() => go(props.place)}
      >
        {props.mark}
        <span className="outline-text">{props.children}</span>
        {props.note && <span className="outline-note">{props.note}</span>}
        {props.state && props.state !== props.note && <span className="sr-only">{props.state}</span>}
      </button>
    </li>
  );
}

function ChapterItem({ entry }: { readonly entry: OutlineEntry }) {
  const name = chapterHeading(entry);
  return (
    <Item
      place={placeOfChapter(entry.chapter)}
      mark={<StateMark state={entry.state} />}
      note={stateText(entry)}
      state={STATE_NAMES[entry.state]}
    >
      {name}
    </Item>
  );
}

export function Outline() {
  const entries = useOutline();
  const report = useStore((now) => now.document?.report);
  if (!report) return null;
  return (
    <nav className="outline" aria-label="大纲">
      <header className="outline-head">
        <strong title={report.organ}>{report.organ}</strong>
        <span>
          {report.year} 年度 · {STATUS_NAMES[report.status]}
        </span>
      </header>
      <div className="outline-body">
        <ul>
          <Item place={{ view: 'overview' }} mark={<AppstoreOutlined aria-hidden />}>
            总览
          </Item>
        </ul>
        <h2 className="outline-group">填报</h2>
        <ul>
          {entries.map((entry) => (
            <ChapterItem key={entry.chapter} entry={entry} />
          ))}
        </ul>
        <h2 className="outline-group">核对与报送</h2>
        <ul>
          <Item place={{ view: 'compare' }} mark={<SwapOutlined aria-hidden />}>
            与上年对照
          </Item>
          <Item place={{ view: 'preview', paper: 'pdf' }} mark={<FileSearchOutlined aria-hidden />}>
            打印预览
          </Item>
          <Item place={{ view: 'signoff' }} mark={<AuditOutlined aria-hidden />}>
            送审与定稿
          </Item>
          <Item place={{ view: 'history' }} mark={<HistoryOutlined aria-hidden />}>
            版本与历史
          </Item>
        </ul>
      </div>
      <button type="button" className="outline-export" onClick={() => setState({ dialog: 'export' })}>
        <DownloadOutlined aria-hidden /> 导出年报
      </button>
    </nav>
  );
}
