// One page of the PDF on a canvas, drawn when it comes into view, sharp at the screen's own resolution.
import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from './pdf-document.ts';

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  /** Width on screen in CSS pixels. */
  readonly width: number;
  /** Height by width; pages of a report are all A4. */
  readonly ratio: number;
  readonly onVisible?: (page: number) => void;
}

export function PageCanvas({ pdf, page, width, ratio, onVisible }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const nearby = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '600px',
    });
    const visible = new IntersectionObserver(([entry]) => entry?.isIntersecting && onVisible?.(page), {
      rootMargin: '-45% 0px -45% 0px',
    });
    nearby.observe(element);
    visible.observe(element);
    return () => {
      nearby.disconnect();
      visible.disconnect();
    };
  }, [page, onVisible]);
  useEffect(() => {
    if (!near) return;
    let stop = (): void => {};
    let gone = false;
    void pdf.getPage(page).then((proxy) => {
      const target = canvas.current;
      if (gone || !target) return;
      const scale = (width / proxy.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
      const viewport = proxy.getViewport({ scale });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const task = proxy.render({ canvas: target, viewport });
      stop = () => task.cancel();
      task.promise.catch(() => {}); // cancelled when the page is drawn anew
    });
    return () => {
      gone = true;
      stop();
    };
  }, [near, pdf, page, width]);
  return (
    <div ref={frame} className="pdf-page" style={{ width, height: width * ratio }} data-page={page}>
      <canvas ref={canvas} role="img" aria-label={`第 ${page} 页`} style={{ width, height: width * ratio }} />
    </div>
  );
}
