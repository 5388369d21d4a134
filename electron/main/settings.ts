// What the person has set for this computer: their name. Text size belongs to the window and is kept there.
import { userInfo } from 'node:os';
import type { Settings } from '../../shared/ipc/contract.ts';
import { readJson, writeJson } from './kept-json.ts';

export interface KeptSettings {
  read(): Settings;
  /** Who works here, for the history: the name given, else the account. */
  author(): string;
  setName(name: string): void;
}

export function keptSettings(file: string, dataFolder: string): KeptSettings {
  let name = nameIn(readJson(file));
  return {
    read: () => ({ name, account: account(), dataFolder }),
    author: () => name || account(),
    setName(given) {
      name = given.trim();
      writeJson(file, { name });
    },
  };
}

function nameIn(kept: unknown): string {
  const name: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'name') : '';
  return typeof name === 'string' ? name.slice(0, 100) : '';
}

/** The account of this computer. */
function account(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // an account without a name in the system's list
  }
}
