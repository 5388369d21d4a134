// The system's dialogs, in Chinese, starting in the folder used last. null where the person cancels.
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import { readJson, writeJson } from './kept-json.ts';

const REPORTS: FileFilter = { name: '年报文件', extensions: ['nianbao'] };
const ALL: FileFilter = { name: '所有文件', extensions: ['*'] };
const SOURCES: FileFilter = {
  name: '上年年报（Word、Excel、网页、PDF、文本、年报文件）',
  extensions: ['docx', 'doc', 'xlsx', 'xls', 'html', 'htm', 'mht', 'mhtml', 'pdf', 'txt', 'nianbao', 'wps', 'et'],
};

export interface Dialogs {
  document(): Promise<string | null>;
  source(): Promise<string | null>;
  /** Where a document is to be written; `name` is proposed. */
  saveDocument(title: string, name: string): Promise<string | null>;
  folder(): Promise<string | null>;
  /** The number of the button; 0 is the safe one. */
  ask(message: string, detail: string, buttons: readonly string[]): Promise<number>;
}

export function createDialogs(window: () => BrowserWindow | null, file: string, documents: string): Dialogs {
  const lastFolder = (): string => {
    const kept = readJson(file);
    const folder: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'folder') : null;
    return typeof folder === 'string' && existsSync(folder) ? folder : documents;
  };
  const remember = (folder: string): void => writeJson(file, { folder });

  async function open(title: string, filters: FileFilter[], buttonLabel: string): Promise<string | null> {
    const options = { title, filters, buttonLabel, defaultPath: lastFolder(), properties: ['openFile' as const] };
    const owner = window();
    const { canceled, filePaths } = await (owner
      ? dialog.showOpenDialog(owner, options)
      : dialog.showOpenDialog(options));
    const [path] = filePaths;
    if (canceled || !path) return null;
    remember(dirname(path));
    return path;
  }

  return {
    document: () => open('打开年报', [REPORTS, ALL], '打开'),
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
      return extname(filePath).toLowerCase() === '.nianbao'
        ? filePath
        : join(dirname(filePath), `${basename(filePath)}.nianbao`);
    },
    async folder() {
      const options = {
        title: '选择导出文件夹',
        buttonLabel: '导出到这里',
        defaultPath: lastFolder(),
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const owner = window();
      const { canceled, filePaths } = await (owner
        ? dialog.showOpenDialog(owner, options)
        : dialog.showOpenDialog(options));
      const [path] = filePaths;
      if (canceled || !path) return null;
      remember(path);
      return path;
    },
    async ask(message, detail, buttons) {
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
    },
  };
}
