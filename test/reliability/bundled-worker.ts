// A worker of a test as one plain file: it starts three times faster than from its sources, which counts when it is started hundreds of times.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** The path of the bundle of `test/reliability/NAME.ts`; it is gone after the tests of the file. */
export async function bundledWorker(name: string): Promise<string> {
  const cache = join(root, 'node_modules/.cache'); // inside the project, so that packages are found from there
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'worker-'));
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { external: true },
    build: { ssr: join(import.meta.dirname, `${name}.ts`), outDir, emptyOutDir: true, minify: false, target: 'node24' },
  });
  return join(outDir, `${basename(name)}.js`);
}
