// Serves app://bundle/: the window's files, the printing fonts, and what the program holds in memory for a while.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { type BundlePlaces, bundleHeaders, bundleTarget, SCHEME } from './offline-guard.ts';

/** Must run before `ready`. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

export interface Bundle {
  /** Holds a page or a PDF under an address of the bundle, relative to its root, until it is let go. */
  hold(kind: 'print' | 'preview', bytes: Uint8Array): string;
  letGo(address: string): void;
}

/** Starts serving; once the app is ready. */
export function serveBundle(places: BundlePlaces): Bundle {
  const held = new Map<string, Uint8Array>();

  async function answer(url: string): Promise<Response> {
    const target = bundleTarget(url, places);
    const nothing = new Response('', { status: 404 });
    if (!target) return nothing;
    if (target.kind === 'held') {
      const bytes = held.get(target.key);
      const headers = bundleHeaders(target.key, target.key.startsWith('/print/'));
      return bytes ? new Response(new Uint8Array(bytes), { headers }) : nothing;
    }
    try {
      return new Response(new Uint8Array(await readFile(target.path)), { headers: bundleHeaders(target.path, false) });
    } catch {
      return nothing;
    }
  }
  protocol.handle(SCHEME, ({ url }) => answer(url));

  return {
    hold(kind, bytes) {
      const address = `/${kind}/${randomUUID()}.${kind === 'print' ? 'html' : 'pdf'}`;
      held.set(address, bytes);
      return address;
    },
    letGo: (address) => void held.delete(address),
  };
}
