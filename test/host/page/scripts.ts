// The texts that are put into every page before its own scripts: one for the page's world, one for the preload's.
import { SECRET } from '../host.ts';
import { bridge } from './bridge.ts';
import { codec } from './codec.ts';
import { preloadWorld } from './preload-world.ts';
import { stopPopups } from './stop-popups.ts';

const POPUP = `${SECRET}-popup`;

export const pageScript = (): string =>
  `(${stopPopups.toString()})('${POPUP}'); (${bridge.toString()})((${codec.toString()})(), '${SECRET}', 'page', 'preload');`;

/** The preload's text stands inside a function: a content policy without unsafe-eval forbids making one from text. */
export const preloadScript = (preload: string): string =>
  `{ const coding = (${codec.toString()})();
(${preloadWorld.toString()})(
  coding,
  { platform: '${process.platform}', popupEvent: '${POPUP}', exposeInMainWorld: (${bridge.toString()})(coding, '${SECRET}', 'preload', 'page') },
  function (require, module, exports, process) {
${preload}
  },
); }`;
