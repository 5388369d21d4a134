// What the person has set for this computer: their name, and where dated copies lie. Text size belongs to the window and is kept there.
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Settings } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/result.ts';
import { readJson, writeJson } from './kept-json.ts';

export interface KeptSettings {
  read(): Settings;
  /** Who works here, for the history: the name given, else the account. */
  author(): string;
  setName(name: string): void;
  /** Where dated copies lie. */
  dataFolder(): string;
  /** null: where they lie unless the person says otherwise. */
  setDataFolder(folder: string | null): Result<null>;
}

interface Kept {
  readonly name: string;
  readonly dataFolder: string | null;
}

/** `standard` is where dated copies lie in `programFolder` unless another folder was chosen. */
export function keptSettings(file: string, programFolder: string, standard: string): KeptSettings {
  let kept = keptIn(readJson(file));
  // a folder on a stick that is not plugged in: copies are made all the same, and the person is told
  let missing = kept.dataFolder !== null && !isFolder(kept.dataFolder) ? kept.dataFolder : null;
  const dataFolder = (): string => (missing === null ? (kept.dataFolder ?? standard) : standard);
  return {
    read: () => ({
      name: kept.name,
      account: account(),
      programFolder,
      dataFolder: dataFolder(),
      standardFolder: dataFolder() === standard,
      missingFolder: missing,
    }),
    author: () => kept.name || account(),
    setName(given) {
      kept = { ...kept, name: given.trim() };
      writeJson(file, kept);
    },
    dataFolder,
    setDataFolder(folder) {
      const written = writeJson(file, { ...kept, dataFolder: folder });
      if (!written.ok) return written;
      kept = { ...kept, dataFolder: folder };
      missing = null;
      return written;
    },
  };
}

function keptIn(value: unknown): Kept {
  const get = (key: keyof Kept): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  const [name, dataFolder] = [get('name'), get('dataFolder')];
  return {
    name: typeof name === 'string' ? name.slice(0, 100) : '',
    dataFolder: typeof dataFolder === 'string' && dataFolder !== '' ? dataFolder : null,
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // away, locked, or in a folder that may not be entered: why does not matter, the program starts
  }
}

/** The account of this computer. */
function account(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // an account without a name in the system's list
  }
}
