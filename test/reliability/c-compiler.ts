// The C compiler that the shims under the file system calls are built with, and why a test that needs one must be left out.
import { spawnSync } from 'node:child_process';

export const compiler = ['cc', 'gcc'].find((name) => spawnSync(name, ['--version']).status === 0);

/** null where the shims can be built. */
export const noShims =
  process.platform !== 'linux'
    ? 'only on Linux'
    : compiler === undefined
      ? 'no C compiler to build the shim with'
      : null;
