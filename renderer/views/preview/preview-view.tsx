// 打印预览: the real pages of the PDF that will be saved and printed, with thumbnails and zoom.
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Segmented, Select, Spin } from 'antd';
import { Fragment, useRef, useState } from 'react';
import type { PrintedKind } from '../../../shared/ipc/contract.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { request } from '../../state/desktop.ts';
import { go } from '../../state/navigate.ts';
import { notify, valueOf } from '../../state/notices.ts';
import { setState, useStore } from '../../state/store.ts';
import { WorkHead } from '../work-head.tsx';
import { PageCanvas } from './page-canvas.tsx';
import { PageOrigins } from './page-origins.tsx';
import { usePreview } from './use-preview.ts';
import './preview.css';

const ZOOMS = [50, 75, 100, 125, 150, 200] as const;
type Zoom = (typeof ZOOMS)[number];
/** Width of A4 at 100 %: 210 mm at 96 dots an inch. */
const A4_WIDTH = 794;
const THUMBNAIL = 104;
/** Beside the page: the outline, the thumbnails and the space around. */
const BESIDE = 452;
/** The whole width of a page is seen at first, also in a small window. */
const fitting = (): Zoom => (window.innerWidth - BESIDE < A4_WIDTH ? 75 : 100);

function ZoomTools({ zoom, onZoom }: { readonly zoom: Zoom; readonly onZoom: (zoom: Zoom) => void }) {
  const step = (by: 1 | -1): void => onZoom(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);
  return (
    <span className="button-pair">
      <Button
        aria-label="缩小页面"
        icon={<MinusOutlined aria-hidden />}
        disabled={zoom === ZOOMS[0]}
        onClick={() => step(-1)}
      />
      <Select
        aria-label="页面大小"
        value={zoom}
        onChange={onZoom}
        options={ZOOMS.map((value) => ({ value, label: `${value}%` }))}
        className="zoom"
      />
      <Button
        aria-label="放大页面"
        icon={<PlusOutlined aria-hidden />}
        disabled={zoom === ZOOMS.at(-1)}
        onClick={() => step(1)}
      />
    </span>
  );
}

const PAPERS: { readonly value: PrintedKind; readonly label: string }[] = [
  { value: 'pdf', label: '年报' },
  { value: 'sheet', label: '呈批单' },
];

async function print(paper: PrintedKind, draft: boolean): Promise<void> {
  const opened = await request('preview:print', paper, draft);
  if (opened.ok) notify('info', '已用本机的 PDF 程序打开，请在其中打印。');
  else valueOf(opened);
}

export function PreviewView({ paper }: { readonly paper: PrintedKind }) {
  const status = useStore((now) => now.document?.report.status);
  const [draft, setDraft] = useState(status !== 'final');
  const [zoom, setZoom] = useState<Zoom>(fitting);
  const [attempt, setAttempt] = useState(0);
  const [page, setPage] = useState(1);
  const pages = useRef<HTMLDivElement>(null);
  const preview = usePreview(paper, draft, attempt);
  const jump = (to: number): void => {
    setPage(to);
    pages.current?.querySelector(`[data-page="${to}"]`)?.scrollIntoView({ block: 'start' });
  };
  const numbers = preview.kind === 'ready' ? Array.from({ length: preview.pdf.numPages }, (_, index) => index + 1) : [];
  return (
    <div className="preview">
      <WorkHead
        title="打印预览"
        note={
          preview.kind === 'ready'
            ? `第 ${page} / ${preview.pdf.numPages} 页 · 与导出、打印的 PDF 完全一致`
            : '与导出、打印的 PDF 完全一致'
        }
      >
        <Segmented
          aria-label="文件"
          value={paper}
          onChange={(wanted) => go({ view: 'preview', paper: wanted })}
          options={PAPERS}
        />
        {paper === 'pdf' && (
          <Checkbox
            checked={draft}
            disabled={status === 'draft'}
            title={status === 'draft' ? '定稿后才能去掉' : ''}
            onChange={({ target }) => setDraft(target.checked)}
          >
            草稿水印
          </Checkbox>
        )}
        <ZoomTools zoom={zoom} onZoom={setZoom} />
        <Button disabled={preview.kind !== 'ready'} onClick={() => void print(paper, draft)}>
          打印…
        </Button>
        <Button type="primary" onClick={() => setState({ dialog: 'export' })}>
          导出
        </Button>
      </WorkHead>
      {preview.kind === 'making' && (
        <div className="preview-waiting" role="status">
          <Spin />
          正在排版…
        </div>
      )}
      {preview.kind === 'failed' && (
        <div className="preview-waiting" role="alert">
          <span>{preview.reason}</span>
          <Button onClick={() => setAttempt(attempt + 1)}>重试</Button>
        </div>
      )}
      {preview.kind === 'ready' && (
        <div className="preview-body">
          <nav className="thumbnails" aria-label="页面缩略图">
            {numbers.map((number) => (
              <button
                key={number}
                type="button"
                aria-current={number === page ? 'page' : undefined}
                onClick={() => jump(number)}
              >
                <PageCanvas pdf={preview.pdf} page={number} width={THUMBNAIL} ratio={preview.ratio} />
                <span>{number}</span>
              </button>
            ))}
          </nav>
          <ScrollRegion ref={pages} className="pdf-pages" label="页面">
            {preview.remarks.map((remark) => (
              <p key={remark} className="preview-remark">
                {remark}
              </p>
            ))}
            {numbers.map((number) => (
              <Fragment key={number}>
                <PageOrigins page={number} headings={preview.starts} />
                <PageCanvas
                  pdf={preview.pdf}
                  page={number}
                  width={Math.round((A4_WIDTH * zoom) / 100)}
                  ratio={preview.ratio}
                  onVisible={setPage}
                />
              </Fragment>
            ))}
          </ScrollRegion>
        </div>
      )}
    </div>
  );
}
