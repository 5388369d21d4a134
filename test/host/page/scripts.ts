// The texts that are put into every page before its own scripts: one for the page's world, one for the preload's.
import { SECRET } from '../host.ts';
import { bridge } from './bridge.ts';
import { codec } from './codec.ts';
import { preloadWorld } from './preload-world.ts';
import { stopPopups } from './stop-popups.ts';

const POPUP = `${SECRET}-popup`;

export const pageScript = (): string =>
  `(${stopPopups})('${POPUP}'); (${bridge})((${codec})(), '${SECRET}', 'page', 'preload');`;

/** The preload's text stands inside a function: a content policy without unsafe-eval forbids making one from text. */
export const preloadScript = (preload: string): string =>
  `{ const coding = (${codec})();
(${preloadWorld})(
  coding,
  { platform: '${process.platform}', popupEvent: '${POPUP}', exposeInMainWorld: (${bridge})(coding, '${SECRET}', 'preload', 'page') },
  function (require, module, exports, process) {
${preload}
  },
); }`;
