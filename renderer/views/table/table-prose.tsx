// The text beside a table, where a report has one; folded away while there is none.
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { isEmptyChapter } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import { useStore } from '../../state/store.ts';
import { inOwnFile } from '../in-own-file.tsx';

// the editor is no part of what the window starts with
const OpenProse = inOwnFile(async () => (await import('./open-prose.tsx')).OpenProse);

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
      {open && (
        <Suspense>
          <OpenProse {...props} doc={doc} />
        </Suspense>
      )}
    </section>
  );
}
