// The system's dialogs, in Chinese, starting in the folder used last. null where the person cancels.
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import { SOURCE_EXTENSIONS, SOURCE_FILES } from '../../shared/import/source-files.ts';
import { readJson, writeJson } from './kept-json.ts';

const REPORTS: FileFilter = { name: '年报文件', extensions: ['nianbao'] };
const ALL: FileFilter = { name: '所有文件', extensions: ['*'] };
const SOURCES: FileFilter = {
  name: `上年年报（${SOURCE_FILES.map(({ name }) => name).join('、')}）`,
  extensions: [...SOURCE_EXTENSIONS],
};

export interface Dialogs {
  document(): Promise<string | null>;
  source(): Promise<string | null>;
  /** A dated copy out of the folder where they lie. */
  backup(folder: string): Promise<string | null>;
  /** Where a document is to be written; `name` is proposed. */
  saveDocument(title: string, name: string): Promise<string | null>;
  exportFolder(): Promise<string | null>;
  /** Where dated copies shall lie; `folder` is where they lie now. */
  dataFolder(folder: string): Promise<string | null>;
  /** The number of the button; 0 is the safe one. */
  ask(message: string, detail: string, buttons: readonly string[]): Promise<number>;
}

export function createDialogs(window: () => BrowserWindow | null, file: string, documents: string): Dialogs {
  const lastFolder = (): string => {
    const kept = readJson(file);
    const folder: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'folder') : null;
    return typeof folder === 'string' && existsSync(folder) ? folder : documents;
  };
  const remember = (folder: string): void => void writeJson(file, { folder }); // a convenience

  async function choose(
    title: string,
    filters: FileFilter[],
    buttonLabel: string,
    defaultPath: string,
  ): Promise<string | null> {
    const options = { title, filters, buttonLabel, defaultPath, properties: ['openFile' as const] };
    const owner = window();
    const { canceled, filePaths } = await (owner
      ? dialog.showOpenDialog(owner, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  }
  async function chooseFolder(title: string, buttonLabel: string, defaultPath: string): Promise<string | null> {
    const properties = ['openDirectory' as const, 'createDirectory' as const];
    const options = { title, buttonLabel, defaultPath, properties };
    const owner = window();
    const { canceled, filePaths } = await (owner
      ? dialog.showOpenDialog(owner, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  }
  async function open(title: string, filters: FileFilter[], buttonLabel: string): Promise<string | null> {
    const path = await choose(title, filters, buttonLabel, lastFolder());
    if (path !== null) remember(dirname(path));
    return path;
  }

  async function ask(message: string, detail: string, buttons: readonly string[]): Promise<number> {
    const options = {
      type: 'warning' as const,
      title: '年报编制',
      message,
      detail,
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    const owner = window();
    return (await (owner ? dialog.showMessageBox(owner, options) : dialog.showMessageBox(options))).response;
  }

  return {
    document: () => open('打开年报', [REPORTS, ALL], '打开'),
    backup: (folder) => choose('从备份恢复', [REPORTS], '恢复', folder),
    source: () => open('选择上年年报', [SOURCES, ALL], '装入'),
    async saveDocument(title, name) {
      const options = {
        title,
        buttonLabel: '保存',
        filters: [REPORTS],
        defaultPath: join(lastFolder(), name),
        properties: ['showOverwriteConfirmation' as const],
      };
      const owner = window();
      const { canceled, filePath } = await (owner
        ? dialog.showSaveDialog(owner, options)
        : dialog.showSaveDialog(options));
      if (canceled || !filePath) return null;
      remember(dirname(filePath));
      if (extname(filePath).toLowerCase() === '.nianbao') return filePath;
      // the dialog has asked about the name as it was typed, not about this one
      const path = `${filePath}.nianbao`;
      if (!existsSync(path)) return path;
      const detail = `“${basename(path)}”已经存在，替换后原来的内容不能找回。`;
      return (await ask('要替换已有的年报吗？', detail, ['不替换', '替换'])) === 1 ? path : null;
    },
    async exportFolder() {
      const path = await chooseFolder('选择导出文件夹', '导出到这里', lastFolder());
      if (path !== null) remember(path);
      return path;
    },
    dataFolder: (folder) => chooseFolder('选择数据文件夹', '备份到这里', folder),
    ask,
  };
}
