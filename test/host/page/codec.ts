// JSON with tags for what structured clone carries and JSON does not. Sent into the page as text: it may use its parameters only.

/** Gives functions an id, where they may cross (between the worlds of a page). */
export type NameFunction = (call: (...args: unknown[]) => unknown) => number;
/** Gives back a function that calls the one with this id. */
export type CallFunction = (id: number) => (...args: unknown[]) => unknown;
/** Keeps a File beside the text and gives its place. */
export type KeepFile = (file: unknown) => number;

export interface Codec {
  encode(value: unknown, nameFunction?: NameFunction, keepFile?: KeepFile): unknown;
  decode(value: unknown, callFunction?: CallFunction, files?: readonly unknown[]): unknown;
}

export function codec(): Codec {
  type Tagged = Readonly<Record<string, unknown>> & { readonly $?: string; readonly v?: unknown; readonly t?: string };
  type Base64 = { toBase64(): string };
  type FromBase64 = { fromBase64(text: string): Uint8Array<ArrayBuffer> };
  type ViewType = { new (buffer: ArrayBuffer, start: number, length: number): unknown; BYTES_PER_ELEMENT?: number };

  const toText = (bytes: Uint8Array): string =>
    typeof Buffer === 'undefined'
      ? (bytes as unknown as Base64).toBase64() // Chromium has it, the library types do not yet
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
    typeof Buffer === 'undefined'
      ? (Uint8Array as unknown as FromBase64).fromBase64(text) // see above
      : new Uint8Array(Buffer.from(text, 'base64'));
  const mapValues = (object: object, change: (value: unknown) => unknown): object =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };

  const encode: Codec['encode'] = (value, nameFunction, keepFile) => {
    const inner = (one: unknown): unknown => encode(one, nameFunction, keepFile);
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value))
      return value;
    if (typeof value === 'function') {
      return nameFunction ? { $: 'function', v: nameFunction(value as () => unknown) } : refuse(); // any function can be called
    }
    if (typeof value === 'symbol') return refuse();
    // what is left of the simple kinds: undefined, a bigint, a number that is not finite
    if (value === undefined || typeof value === 'bigint' || typeof value === 'number')
      return { $: typeof value, v: String(value) };
    if (typeof value !== 'object') return refuse();
    if ('then' in value && typeof value.then === 'function') {
      const promise = value as Promise<unknown>; // it has `then`
      if (!nameFunction) return refuse();
      const settle = (done: unknown, fail: unknown): void =>
        void promise.then(done as (value: unknown) => void, fail as (error: unknown) => void); // the other end passes functions
      return { $: 'promise', v: nameFunction(settle) };
    }
    if (typeof File !== 'undefined' && value instanceof File)
      return keepFile ? { $: 'file', v: keepFile(value) } : refuse();
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack] };
    if (value instanceof Map) return { $: 'map', v: [...value].map(inner) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(inner) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toText(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $: 'view', t: value.constructor.name, v: toText(bytes) };
    }
    if (Array.isArray(value)) return value.map(inner);
    return '$' in value ? { $: 'object', v: mapValues(value, inner) } : mapValues(value, inner);
  };

  const decode: Codec['decode'] = (value, callFunction, files) => {
    const inner = (one: unknown): unknown => decode(one, callFunction, files);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(inner);
    const { $, v, t = '' } = value as Tagged; // written by encode
    const list = (): unknown[] => (v as unknown[]).map(inner); // maps and sets are written as lists
    switch ($) {
      case undefined:
        return mapValues(value, inner);
      case 'object':
        return mapValues(v as object, inner); // written by encode
      case 'undefined':
        return undefined;
      case 'number':
        return Number(v);
      case 'bigint':
        return BigInt(v as string); // written as its digits
      case 'date':
        return new Date(v as number); // written as its time
      case 'map':
        return new Map(list() as [unknown, unknown][]); // written as pairs
      case 'set':
        return new Set(list());
      case 'buffer':
        return toBytes(v as string).buffer; // written as base64
      case 'view': {
        const bytes = toBytes(v as string); // written as base64
        // a Buffer arrives as the bytes it is
        const type = (t === 'Buffer' ? Uint8Array : Reflect.get(globalThis, t)) as ViewType;
        return new type(bytes.buffer, 0, bytes.byteLength / (type.BYTES_PER_ELEMENT ?? 1));
      }
      case 'error': {
        const [name, message, stack] = v as [string, string, string]; // written by encode
        return Object.assign(new Error(message), { name, stack });
      }
      case 'file':
        return files?.[v as number]; // written as its place
      case 'function':
        return callFunction?.(v as number); // written as its id
      case 'promise':
        return new Promise((done, fail) => void callFunction?.(v as number)(done, fail)); // written as the id of its settling
      default:
        throw new Error(`stand-in host: unknown tag ${$}`);
    }
  };

  return { encode, decode };
}
