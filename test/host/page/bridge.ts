// One end of the context bridge. The two worlds of a page share only the DOM, so calls travel as synchronous CustomEvents on a
// secret name. Sent into the page as text: it may use its parameters only.
import type { Codec } from './codec.ts';

/** Gives `exposeInMainWorld` to the preload's end. */
export function bridge({ encode, decode }: Codec, secret: string, me: string, peer: string) {
  type Call = (...args: unknown[]) => unknown;
  /** Text alone, or with the files that stand beside it: only Chromium itself can carry a File into the other world. */
  type Carried = string | { readonly text: string; readonly files: readonly unknown[] };

  const Custom = CustomEvent;
  const fire = window.dispatchEvent.bind(window);
  const hear = window.addEventListener.bind(window);
  const ids = new Map<Call, number>();
  const calls = new Map<number, Call>();
  let reply: Carried = '';

  const idOf = (call: Call): number => {
    const known = ids.get(call);
    if (known) return known;
    const id = ids.size + 1;
    ids.set(call, id);
    calls.set(id, call);
    return id;
  };
  const pack = (value: unknown): Carried => {
    const files: unknown[] = [];
    const text = JSON.stringify(encode(value, idOf, (file) => files.push(file) - 1));
    return files.length > 0 ? { text, files } : text;
  };
  const unpack = (carried: Carried): unknown => {
    const { text, files } = typeof carried === 'string' ? { text: carried, files: [] } : carried;
    return decode(JSON.parse(text), callPeer, files);
  };
  const callPeer =
    (id: number): Call =>
    (...args) => {
      fire(new Custom(secret + peer, { detail: pack([id, args]) }));
      const [succeeded, value] = unpack(reply) as [boolean, unknown]; // what the other end packs below
      if (!succeeded) throw value;
      return value;
    };
  const detailOf = (event: Event): Carried => (event as CustomEvent<Carried>).detail; // only the other end knows the name

  hear(secret + me, (event) => {
    let answer: Carried;
    try {
      const [id, args] = unpack(detailOf(event)) as [number, unknown[]]; // what callPeer packs
      answer = pack([true, calls.get(id)?.(...args)]);
    } catch (error) {
      answer = pack([false, error]);
    }
    fire(new Custom(`${secret + peer}-reply`, { detail: answer }));
  });
  hear(`${secret + me}-reply`, (event) => {
    reply = detailOf(event);
  });
  hear(`${secret + me}-expose`, (event) => {
    const [key, api] = unpack(detailOf(event)) as [string, object]; // what is packed below
    Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
  });
  return (key: string, api: unknown): void => {
    fire(new Custom(`${secret + peer}-expose`, { detail: pack([key, api]) }));
  };
}
