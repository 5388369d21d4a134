// The Chinese menu. Keys are shown here and handled in the window, where an input method and the cell editor come first.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, RecentDocument } from '../../shared/ipc/contract.ts';

export interface MenuPorts {
  command(command: MenuCommand): void;
  openFile(path: string): void;
  openLogs(): void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as data. */
function menuTemplate(ports: MenuPorts, recent: readonly RecentDocument[]): MenuItemConstructorOptions[] {
  const item = (id: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => ports.command(id),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, label: string): MenuItemConstructorOptions => ({
    role: name,
    label,
  });
  const recentItems = recent
    .filter(({ missing }) => !missing)
    .slice(0, 10)
    .map(({ path, organ, year }) => ({ label: `${organ} ${year}年度（${path}）`, click: () => ports.openFile(path) }));
  return [
    {
      label: '文件',
      submenu: [
        item('new', '新建空白年报…', 'Ctrl+N'),
        item('import', '从上年年报开始…', 'Ctrl+I'),
        item('open', '打开…', 'Ctrl+O'),
        { label: '打开最近', submenu: recentItems.length > 0 ? recentItems : [{ label: '（没有）', enabled: false }] },
        SEPARATOR,
        item('save', '保存', 'Ctrl+S'),
        item('save-as', '另存为…', 'Ctrl+Shift+S'),
        item('next-year', '编制下一年度…'),
        item('backup', '从备份恢复…'),
        item('export', '导出…', 'Ctrl+E'),
        item('preview', '打印预览', 'Ctrl+P'),
        SEPARATOR,
        item('settings', '设置…', 'Ctrl+,'),
        SEPARATOR,
        item('close', '关闭年报', 'Ctrl+W'),
        role('quit', '退出'),
      ],
    },
    {
      label: '编辑',
      submenu: [
        item('undo', '撤销', 'Ctrl+Z'),
        item('redo', '重做', 'Ctrl+Y'),
        SEPARATOR,
        { ...role('cut', '剪切'), registerAccelerator: false },
        { ...role('copy', '复制'), registerAccelerator: false },
        { ...role('paste', '粘贴'), registerAccelerator: false },
        SEPARATOR,
        item('find', '查找与替换…', 'Ctrl+F'),
        item('palette', '转到单元格、章节或命令…', 'Ctrl+K'),
      ],
    },
    {
      label: '审核',
      submenu: [
        item('check', '全审', 'F7'),
        item('next-finding', '下一个问题', 'F4'),
        item('previous-finding', '上一个问题', 'Shift+F4'),
        SEPARATOR,
        item('compare', '与上年对照', 'Ctrl+D'),
      ],
    },
    {
      label: '视图',
      submenu: [
        item('outline', '显示或隐藏左侧大纲', 'Shift+F8'),
        item('panel', '显示或隐藏右侧面板', 'F8'),
        item('show-previous', '显示或隐藏上年数', 'F9'),
        SEPARATOR,
        item('larger', '放大文字', 'Ctrl+='),
        item('smaller', '缩小文字', 'Ctrl+-'),
        item('normal', '文字恢复 100%', 'Ctrl+0'),
        SEPARATOR,
        { ...role('togglefullscreen', '全屏'), accelerator: 'F11' },
      ],
    },
    {
      label: '帮助',
      submenu: [
        item('help', '填报说明与快捷键', 'F1'),
        SEPARATOR,
        { id: 'logs', label: '打开日志文件夹', click: () => ports.openLogs() },
      ],
    },
  ];
}

export function setMenu(ports: MenuPorts, recent: readonly RecentDocument[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(ports, recent)));
}
