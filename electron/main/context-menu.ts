// The menu of the right mouse button: copy and paste where text can be edited, copy where it is selected. In Chinese, as everything.
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const items = contextItems(isEditable, selectionText);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}

function contextItems(isEditable: boolean, selectionText: string): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = { role: 'copy', label: '复制' };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'cut', label: '剪切' },
    copy,
    { role: 'paste', label: '粘贴' },
    { type: 'separator' },
    { role: 'selectAll', label: '全选' },
  ];
}
