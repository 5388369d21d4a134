// 查找与替换: over all chapters and tables. Texts one or all at once, each chapter in one undo step; figures only one by one.
import { Button, Input, Modal } from 'antd';
import { memo, type RefObject, useDeferredValue, useMemo, useRef, useState } from 'react';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS, figures } from '../../../shared/editions/index.ts';
import { computedCells } from '../../../shared/editions/totals.ts';
import { readTypedFigure, showFigure } from '../../../shared/model/number-cell.ts';
import { BLANK, type CellId, type ChapterKey } from '../../../shared/model/report.ts';
import { focusOnOpen } from '../../frame/focus-on-open.ts';
import { editChapter, editFigures } from '../../state/document-actions.ts';
import { findCells, findText, type Occurrence, replaceText } from '../../state/find-text.ts';
import { goToCell, goToQuote } from '../../state/navigate.ts';
import { notify } from '../../state/notices.ts';
import { isLocked } from '../../state/selectors.ts';
import { setState, state, useStore } from '../../state/store.ts';
import './find.css';

const SHOWN = 200;

/** Replaces the occurrences that still stand where they were found. */
function replaceAll(occurrences: readonly Occurrence[], text: string): void {
  const { document } = state();
  if (!document) return;
  for (const [chapter, list] of Map.groupBy(occurrences, (one) => one.chapter))
    void editChapter(chapter, replaceText(document.report.chapters[chapter], list, text));
  notify('success', `已替换 ${occurrences.length} 处，可以撤销。`);
}

interface Replacing {
  /** What stands in the field; a list that is drawn later may show less. */
  readonly latest: RefObject<string>;
  readonly text: string;
  readonly locked: boolean;
}

/** A figure is replaced only by one that its cell can take. */
function FoundCell({ cell, latest, text, locked }: Replacing & { readonly cell: CellId }) {
  const report = useStore((now) => now.document?.report);
  const spec = report && figures(EDITIONS[report.edition]).get(cell);
  if (!report || !spec) return null;
  const edition = EDITIONS[report.edition];
  const computed = report.status === 'draft' && computedCells(edition).has(cell);
  const typed = readTypedFigure(text, spec.type);
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          close();
          goToCell(cell);
        }}
      >
        <small>表格</small>
        <span>{cellLabel(edition, cell)}</span>
        <mark>{showFigure(report.cells[cell] ?? BLANK)}</mark>
      </button>
      <Button
        size="small"
        disabled={locked || computed || !typed.ok || typed.state === 'blank'}
        title={computed ? '总计由程序计算' : undefined}
        onClick={() => editFigures([{ cell, text: latest.current }], 'typed')}
      >
        替换
      </Button>
    </li>
  );
}

const close = (): void => setState({ dialog: null });

/** Drawn anew beside the typing, not with each key. */
const FoundList = memo(function FoundList(
  props: Replacing & { readonly found: readonly Occurrence[]; readonly cells: readonly CellId[] },
) {
  const { found, cells, latest, text, locked } = props;
  const edition = useStore((now) => now.document?.report.edition);
  const nameOf = (key: ChapterKey): string => {
    const chapter = edition && EDITIONS[edition].chapters.find((one) => one.key === key);
    return chapter ? `第${chapter.number}章` : '引言';
  };
  return (
    <ul className="find-list">
      {cells.slice(0, SHOWN).map((cell) => (
        <FoundCell key={cell} {...{ cell, latest, text, locked }} />
      ))}
      {found.slice(0, SHOWN).map((one) => (
        <li key={`${one.chapter}/${one.block}/${one.from}`}>
          <button
            type="button"
            onClick={() => {
              close();
              goToQuote(one.chapter, one.before + one.text + one.after);
            }}
          >
            <small>{nameOf(one.chapter)}</small>
            <span>
              {one.before}
              <mark>{one.text}</mark>
              {one.after}
            </span>
          </button>
          <Button size="small" disabled={locked} onClick={() => replaceAll([one], latest.current)}>
            替换
          </Button>
        </li>
      ))}
    </ul>
  );
});

export function FindDialog() {
  const document = useStore((now) => now.document);
  const [words, setWords] = useState('');
  const [text, setText] = useState('');
  const latest = useRef('');
  const wanted = useDeferredValue(words);
  const later = useDeferredValue(text);
  const found = useMemo(() => (document ? findText(document.report, wanted) : []), [document, wanted]);
  const cells = useMemo(() => (document ? findCells(document.report, wanted) : []), [document, wanted]);
  if (!document) return null;
  const locked = isLocked(document);
  return (
    <Modal
      open
      title="查找与替换"
      footer={null}
      onCancel={close}
      afterOpenChange={focusOnOpen('find-words')}
      width="44rem"
    >
      <div className="fields">
        <label htmlFor="find-words">查找</label>
        <Input id="find-words" value={words} onChange={(event) => setWords(event.target.value)} />
        <label htmlFor="find-text">替换为</label>
        <Input
          id="find-text"
          value={text}
          disabled={locked}
          onChange={(event) => {
            latest.current = event.target.value;
            setText(event.target.value);
          }}
        />
      </div>
      <div className="find-tools">
        <span role="status">
          {words === '' ? '在各章文字和表格中查找' : `文字 ${found.length} 处，表格 ${cells.length} 格`}
        </span>
        <Button type="primary" disabled={locked || found.length === 0} onClick={() => replaceAll(found, text)}>
          替换全部文字
        </Button>
      </div>
      {words !== '' && found.length + cells.length === 0 && <p className="panel-empty">没有找到。</p>}
      <FoundList found={found} cells={cells} latest={latest} text={later} locked={locked} />
    </Modal>
  );
}
