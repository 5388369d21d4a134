// Makes the preview: the same PDF that would be exported, opened for drawing; made anew when the document changes.
import { useEffect, useState } from 'react';
import type { PrintedKind } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { settle } from '../../state/document-actions.ts';
import { useStore } from '../../state/store.ts';
import { type HeadingPage, headingPages } from './heading-pages.ts';
import { openPdf, type PDFDocumentProxy } from './pdf-document.ts';

export type Preview =
  | { readonly kind: 'making' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'ready';
      readonly pdf: PDFDocumentProxy;
      readonly ratio: number;
      readonly remarks: readonly string[];
      readonly starts: readonly HeadingPage[];
    };

async function make(paper: PrintedKind, draft: boolean): Promise<Preview> {
  if (!(await settle())) return { kind: 'failed', reason: '还有修改未能保存，暂不能预览。' };
  const made = await request('preview:make', paper, draft);
  if (!made.ok) return { kind: 'failed', reason: made.error.message };
  try {
    const pdf = await openPdf(made.value.url);
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return { kind: 'ready', pdf, ratio: height / width, remarks: made.value.remarks, starts: await headingPages(pdf) };
  } catch {
    return { kind: 'failed', reason: '预览文件没有读出来，请重试。' };
  }
}

/** The preview of the document as it stands; `attempt` counts the person's retries. */
export function usePreview(paper: PrintedKind, draft: boolean, attempt: number): Preview {
  const revision = useStore((now) => now.document?.revision);
  const wanted = `${paper}/${draft}/${attempt}/${revision}`;
  const [made, setMade] = useState<{ readonly of: string; readonly preview: Preview } | null>(null);
  useEffect(() => {
    let current = true;
    let opened: PDFDocumentProxy | null = null;
    void make(paper, draft).then((preview) => {
      if (preview.kind === 'ready') opened = preview.pdf;
      if (current) setMade({ of: wanted, preview });
      else void opened?.loadingTask.destroy();
    });
    return () => {
      current = false;
      void opened?.loadingTask.destroy();
    };
  }, [wanted, paper, draft]);
  return made?.of === wanted ? made.preview : { kind: 'making' };
}
