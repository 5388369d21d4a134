// Ten kinds of damage: a damaged document is refused, or nothing in it differs. Never a changed figure without a word, never a crash.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDocument, type DocumentStore, openDocument } from '../../electron/core/store/document-store.ts';
import { setCellTo, setProseTo, someDocument } from './store-edits.ts';

const FILES = Number(process.env['NIANBAO_DAMAGED'] ?? 100);
const PAGE = 4096;

/** Random numbers that can be had again: the seed is printed with a failure. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Damage = (bytes: Buffer, at: (below: number) => number) => Buffer;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'one bit flipped': (bytes, at) => {
    const place = at(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << at(8));
    return bytes;
  },
  'eight random bytes': (bytes, at) => {
    const place = at(bytes.length - 8);
    for (let index = 0; index < 8; index++) bytes[place + index] = at(256);
    return bytes;
  },
  'a sector zeroed': (bytes, at) => {
    const place = at(bytes.length / 512) * 512;
    return bytes.fill(0, place, place + 512);
  },
  'a page zeroed': (bytes, at) => {
    const place = at(bytes.length / PAGE) * PAGE;
    return bytes.fill(0, place, place + PAGE);
  },
  'two pages swapped': (bytes, at) => {
    const [one, two] = [at(bytes.length / PAGE) * PAGE, at(bytes.length / PAGE) * PAGE];
    const kept = Buffer.from(bytes.subarray(one, one + PAGE));
    bytes.copy(bytes, one, two, two + PAGE);
    kept.copy(bytes, two);
    return bytes;
  },
  'cut at a random byte': (bytes, at) => bytes.subarray(0, at(bytes.length)),
  'cut at a page': (bytes, at) => bytes.subarray(0, at(bytes.length / PAGE) * PAGE),
  'line ends changed': (bytes, at) => {
    const place = at(bytes.length - 20_000);
    const middle = bytes
      .subarray(place, place + 20_000)
      .toString('latin1')
      .replaceAll('\n', '\r\n');
    return Buffer.concat([bytes.subarray(0, place), Buffer.from(middle, 'latin1'), bytes.subarray(place + 20_000)]);
  },
  'something appended': (bytes, at) => Buffer.concat([bytes, Buffer.alloc(1 + at(10_000), at(256))]),
  'a digit changed': (bytes, at) => {
    const digits = [...bytes.keys()].filter((index) => (bytes[index] ?? 0) >= 0x30 && (bytes[index] ?? 0) <= 0x39);
    const place = digits[at(digits.length)] ?? 0;
    bytes[place] = 0x30 + (((bytes[place] ?? 0) - 0x30 + 1 + at(9)) % 10);
    return bytes;
  },
};

const everythingIn = (store: DocumentStore) => ({
  ...store.snapshot(),
  history: store.history(),
  signoffs: store.signoffs(),
  exports: store.exports(),
  sources: store.sources().map((source) => [source, Buffer.from(store.sourceBytes(source.id)).toString('hex')]),
});

for (const [what, damage] of Object.entries(DAMAGES)) {
  test(`${what}: ${FILES} damaged files, no silent change and no crash`, () => {
    const place = mkdtempSync(join(tmpdir(), 'store-damage-'));
    onTestFinished(() => rmSync(place, { recursive: true, force: true }));
    const path = join(place, 'a.nianbao');
    const { bytes, whole } = livedDocument(path);
    let refused = 0;
    for (let seed = 1; seed <= FILES; seed++) {
      const damaged = damage(Buffer.from(bytes), numbers(seed * 7919));
      writeFileSync(path, damaged);
      const opened = openDocument(path);
      if (!opened.ok) {
        refused++;
        expect(opened.error.message).toMatch(/^[^A-Za-z]*“a\.nianbao”.*。$/);
        expect(readFileSync(path).equals(damaged), `seed ${seed}: a refused file was touched`).toBe(true);
        continue;
      }
      const found = everythingIn(opened.value);
      opened.value.close();
      expect(found, `seed ${seed}`).toEqual(whole);
    }
    console.log(`store-damage: ${what}: ${refused} of ${FILES} refused, the others unharmed`);
  });
}

function livedDocument(path: string) {
  const made = createDocument(path, someDocument());
  if (!made.ok) throw new Error(made.error.message);
  const store = made.value;
  for (let count = 0; count < 60; count++) {
    store.commit(
      count % 7 === 0 ? setProseTo(store, `第${count}次。`.repeat(80), '不变。') : setCellTo(store, String(count)),
    );
  }
  store.undo();
  store.explain('key', '说明。'.repeat(300));
  store.addSignoffStep({ kind: 'remark', name: '李审', at: '2026-01-20', remark: '请核对' });
  store.recordExport({ kind: 'pdf', path: 'x.pdf', sha256: 'a'.repeat(64), bytes: 1, fingerprint: '0' });
  const whole = everythingIn(store);
  store.close();
  return { bytes: readFileSync(path), whole };
}
