// electron.dialog of the stand-in: asks the person in the focused window; tests put their own functions in its place.
import type {
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { askMessage, askOpen, askSave } from './drawn-dialogs.ts';

/** Options come last, after an optional window. */
const optionsOf = <T>(args: readonly unknown[]): T => args.at(-1) as T; // as Electron's typings say for the function called

export const dialog = {
  async showOpenDialog(...args: readonly unknown[]): Promise<OpenDialogReturnValue> {
    const path = await askOpen(optionsOf<OpenDialogOptions>(args));
    return { canceled: !path, filePaths: path ? [path] : [] };
  },
  async showSaveDialog(...args: readonly unknown[]): Promise<SaveDialogReturnValue> {
    const path = await askSave(optionsOf<SaveDialogOptions>(args));
    return { canceled: !path, filePath: path ?? '' };
  },
  async showMessageBox(...args: readonly unknown[]): Promise<MessageBoxReturnValue> {
    return { response: await askMessage(optionsOf<MessageBoxOptions>(args)), checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};
