// Every command of the program with its name and keys: used by the keyboard, the menu and the palette alike.
import type { MenuCommand } from '../../shared/ipc/contract.ts';
import {
  chooseDocument,
  closeDocument,
  nextYear,
  redo,
  saveAs,
  settle,
  showBackups,
  undo,
} from './document-actions.ts';
import { editNote } from './cell-note.ts';
import { startImport } from './import-actions.ts';
import { go, goToNextFinding } from './navigate.ts';
import { notify } from './notices.ts';
import { goToPane, isCovered } from './panes.ts';
import { setState, state, type State } from './store.ts';
import { stepTextSize } from './text-size.ts';

export interface Command {
  readonly id: string;
  readonly title: string;
  /** As shown and as matched: “Ctrl+Shift+S”, “F7”. */
  readonly keys?: string;
  readonly needsDocument: boolean;
  /** Left to the text editor or the grid while it has the focus. */
  readonly textFirst?: true;
  /** Works also while a dialog lies over the screens. */
  readonly overDialogs?: true;
  readonly run: () => void;
}

const withDocument = (id: string, title: string, run: () => void, keys?: string): Command => ({
  id,
  title,
  needsDocument: true,
  run,
  ...(keys ? { keys } : {}),
});
const always = (id: string, title: string, run: () => void, keys?: string): Command => ({
  ...withDocument(id, title, run, keys),
  needsDocument: false,
});

const size = (step: 1 | -1 | 0): void =>
  setState({ textSize: step === 0 ? 100 : stepTextSize(state().textSize, step) });
const nextFinding = (step: 1 | -1): void => {
  if (!goToNextFinding(step)) notify('success', '没有需要处理的问题：没有错误，提示均已说明。');
};
const toggle = (key: 'panelOpen' | 'outlineOpen' | 'showPrevious'): void => setState({ [key]: !state()[key] });

function lastYear(): void {
  if (state().document?.previous) toggle('showPrevious');
  else notify('info', '没有上年数据。');
}

async function saved(): Promise<void> {
  if (await settle()) notify('success', '已自动保存，无需另行保存。');
}

export const COMMANDS: readonly Command[] = [
  always('new', '新建空白年报', () => setState({ dialog: 'new' }), 'Ctrl+N'),
  always('open', '打开年报', () => void chooseDocument(), 'Ctrl+O'),
  always('import', '从上年年报开始', () => void settle().then((ok) => ok && startImport()), 'Ctrl+I'),
  withDocument('next-year', '编制下一年度', () => void nextYear()),
  withDocument('save', '保存', () => void saved(), 'Ctrl+S'),
  withDocument('save-as', '另存为', () => void saveAs(), 'Ctrl+Shift+S'),
  always('backup', '从备份恢复', showBackups),
  withDocument('close', '关闭年报', () => void closeDocument(), 'Ctrl+W'),
  withDocument('export', '导出', () => setState({ dialog: 'export' }), 'Ctrl+E'),
  withDocument('preview', '打印预览', () => go({ view: 'preview', paper: 'pdf' }), 'Ctrl+P'),
  withDocument('signoff-sheet', '呈批单', () => go({ view: 'preview', paper: 'sheet' })),
  { ...withDocument('undo', '撤销', () => void undo(), 'Ctrl+Z'), textFirst: true },
  { ...withDocument('redo', '重做', () => void redo(), 'Ctrl+Y'), textFirst: true },
  withDocument('find', '查找与替换', () => setState({ dialog: 'find' }), 'Ctrl+F'),
  withDocument('overview', '总览', () => go({ view: 'overview' })),
  withDocument('compare', '与上年对照', () => go({ view: 'compare' }), 'Ctrl+D'),
  withDocument('history', '版本与历史', () => go({ view: 'history' })),
  withDocument('signoff', '送审与定稿', () => go({ view: 'signoff' })),
  withDocument('fill-zero', '空格一键填 0', () => setState({ dialog: 'fill-zero' })),
  withDocument('note', '此格的注', editNote, 'Shift+F2'),
  withDocument('show-previous', '显示或隐藏上年数', lastYear, 'F9'),
  withDocument('check', '全审', () => setState({ panel: 'checks', panelOpen: true }), 'F7'),
  withDocument('next-finding', '下一个问题', () => nextFinding(1), 'F4'),
  withDocument('previous-finding', '上一个问题', () => nextFinding(-1), 'Shift+F4'),
  withDocument('panel', '显示或隐藏右侧面板', () => toggle('panelOpen'), 'F8'),
  withDocument('outline', '显示或隐藏左侧大纲', () => toggle('outlineOpen'), 'Shift+F8'),
  always('settings', '设置', () => setState({ dialog: 'settings' }), 'Ctrl+,'),
  always('palette', '转到单元格、章节或命令', () => setState({ paletteOpen: true }), 'Ctrl+K'),
  always('next-pane', '转到下一区域', () => goToPane(1), 'F6'),
  always('previous-pane', '转到上一区域', () => goToPane(-1), 'Shift+F6'),
  { ...always('help', '填报说明与快捷键', () => setState({ helpOpen: !state().helpOpen }), 'F1'), overDialogs: true },
  { ...always('larger', '放大文字', () => size(1), 'Ctrl+='), overDialogs: true },
  { ...always('smaller', '缩小文字', () => size(-1), 'Ctrl+-'), overDialogs: true },
  { ...always('normal', '文字恢复 100%', () => size(0), 'Ctrl+0'), overDialogs: true },
];

/** Commands that can run now. */
export const availableCommands = (now: State): readonly Command[] =>
  COMMANDS.filter((command) => !command.needsDocument || now.document !== null);

/** A choice in the menu: what lies under a dialog stays as it is, but the report can always be closed. */
export function runFromMenu(id: MenuCommand): void {
  const over = COMMANDS.find((command) => command.id === id)?.overDialogs ?? id === 'close';
  if (over || !isCovered()) runCommand(id);
}

/** Runs a command by its name; names of the menu that differ are mapped here. */
export function runCommand(id: MenuCommand | (string & {})): void {
  availableCommands(state())
    .find((command) => command.id === id)
    ?.run();
}
