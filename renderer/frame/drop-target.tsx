// The whole window takes a dropped file.
import { type DragEvent, type ReactNode, useState } from 'react';
import { pathOf } from '../state/desktop.ts';
import { notify } from '../state/notices.ts';
import { takeFile } from '../state/start-window.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const [file, ...others] = event.dataTransfer.files;
    const path = file ? pathOf(file) : '';
    if (!path) notify('error', '拖入的内容不是文件，请从文件夹中拖入一个文件。');
    else void takeFile(path);
    if (others.length > 0) notify('info', '一次只能打开一个文件，已打开第一个。');
  };
  return (
    <div
      className="drop-target"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop-veil" aria-hidden>
          <span>松开鼠标，打开年报或装入上年数据</span>
        </div>
      )}
    </div>
  );
}
