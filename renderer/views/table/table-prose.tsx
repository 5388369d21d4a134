// The text beside a table, where a report has one; folded away while there is none.
import { Button } from 'antd';
import { useState } from 'react';
import { type ChapterDoc, isEmptyChapter } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import { NarrativeEditor } from '../../editor/narrative-editor.tsx';
import { editChapter } from '../../state/document-actions.ts';
import { useStore } from '../../state/store.ts';
import { useProseMarks } from '../narrative/use-prose-marks.ts';

interface Props {
  readonly chapter: ChapterKey;
  readonly name: string;
  readonly locked: boolean;
}

export function TableProse(props: Props) {
  const doc = useStore((now) => now.document?.report.chapters[props.chapter]);
  const [open, setOpen] = useState(() => doc !== undefined && !isEmptyChapter(doc));
  if (!doc) return null;
  const empty = isEmptyChapter(doc);
  if (empty && props.locked) return null;
  return (
    <section className={open ? 'table-prose is-open' : 'table-prose'} aria-label={`${props.name}的文字`}>
      <Button type="text" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起表旁文字' : empty ? '添加表旁文字（一般不需要）' : '表旁文字'}
      </Button>
      {open && <OpenProse {...props} doc={doc} />}
    </section>
  );
}

/** Only an open text reads the prose for its underlines: typing in the table does not pay for a folded one. */
function OpenProse({ chapter, name, locked, doc }: Props & { readonly doc: ChapterDoc }) {
  const { marks } = useProseMarks(chapter, null);
  return (
    <NarrativeEditor
      label={`${name}的文字`}
      doc={doc}
      readOnly={locked}
      marks={marks}
      onSave={(next) => void editChapter(chapter, next)}
    />
  );
}
