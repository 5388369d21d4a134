// One `vite build` makes everything that is shipped: the window's page, and the scripts of main, engine, reader and preload.
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);
const OUTSIDE = ['electron', 'better-sqlite3', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** A script for Node: packages are bundled, only the native module stays outside. */
const script = (folder: string, source: string, file: string, format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: OUTSIDE },
  build: {
    outDir: at(`out/${folder}`),
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: at(source),
      external: OUTSIDE,
      // all pieces of a script lie in one folder, so that the place of its neighbours can be told from any of them
      output: { format, entryFileNames: file, chunkFileNames: '[name]-[hash].js', codeSplitting: format === 'es' },
    },
  },
});

/** The printing fonts are served by the program, not built: their addresses stay as they are written. */
const quietFonts: Plugin = {
  name: 'quiet-fonts',
  configResolved({ logger }) {
    for (const method of ['warn', 'warnOnce'] as const) {
      const warn = logger[method].bind(logger);
      logger[method] = (text, options) => {
        if (!/^\s*\/fonts\/\S+ referenced in/.test(text)) warn(text, options);
      };
    }
  },
};

export default defineConfig({
  root: at('renderer'),
  plugins: [quietFonts],
  base: './',
  // a test runner sets another NODE_ENV, which must not change what is built
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  worker: { format: 'es' },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        chunkSizeWarningLimit: 4000,
        // packages mark their modules for servers, which says nothing to a window
        rolldownOptions: { onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log) },
      },
    },
    main: script('main', 'electron/main/index.ts', 'index.js', 'es'),
    engine: script('engine', 'electron/engine/index.ts', 'index.js', 'es'),
    reader: script('reader', 'electron/engine/read-file.ts', 'read-file.js', 'es'),
    preload: script('preload', 'electron/preload/index.ts', 'index.cjs', 'cjs'),
  },
});
