// Where the program's own files lie: beside this script when built, in the resources folder when packaged.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { BundlePlaces } from './offline-guard.ts';

export function bundlePlaces(): BundlePlaces {
  const resources = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources');
  return { renderer: join(import.meta.dirname, '../renderer'), fonts: join(resources, 'fonts') };
}

/** 绿色版: with `portable.flag` beside the program its data stays beside it too. Must run before `ready`. */
export function keepDataBeside(): void {
  const folder = dirname(app.getPath('exe'));
  if (app.isPackaged && existsSync(join(folder, 'portable.flag'))) app.setPath('userData', join(folder, 'data'));
}
