// 查找与替换: over all chapters, one or all at once; each chapter's replacement is one undo step.
import { Button, Input, Modal } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import { focusOnOpen } from '../../frame/focus-on-open.ts';
import { editChapter } from '../../state/document-actions.ts';
import { findText, type Occurrence, replaceText } from '../../state/find-text.ts';
import { goToQuote } from '../../state/navigate.ts';
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

const close = (): void => setState({ dialog: null });

export function FindDialog() {
  const document = useStore((now) => now.document);
  const [words, setWords] = useState('');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(words);
  const found = useMemo(() => (document ? findText(document.report, wanted) : []), [document, wanted]);
  if (!document) return null;
  const locked = isLocked(document);
  const { chapters } = EDITIONS[document.report.edition];
  const nameOf = (key: ChapterKey): string => chapters.find((one) => one.key === key)?.number ?? '引言';
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
        <Input id="find-text" value={text} disabled={locked} onChange={(event) => setText(event.target.value)} />
      </div>
      <div className="find-tools">
        <span role="status">{words === '' ? '在各章文字中查找' : `共 ${found.length} 处`}</span>
        <Button type="primary" disabled={locked || found.length === 0} onClick={() => replaceAll(found, text)}>
          全部替换
        </Button>
      </div>
      <ul className="find-list">
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
            <Button size="small" disabled={locked} onClick={() => replaceAll([one], text)}>
              替换
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
