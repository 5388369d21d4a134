// A file cut off anywhere (a copy that broke, a full stick) is refused as damaged, or nothing of it is missing.
import { describe, expect, it } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { CUT, whole } from '../fixtures/hostile/hostile-mistakes.ts';

const PLACES = 60;

describe.each(CUT)('%s', (name) => {
  it(`cut off at ${PLACES} places`, async () => {
    const bytes = whole(name);
    const all = await readSourceBytes(bytes, name);
    if (!all.ok) throw new Error(all.error.message);
    for (let place = 1; place < PLACES; place++) {
      const length = Math.floor((bytes.length * place) / PLACES);
      const cut = await readSourceBytes(bytes.subarray(0, length), name);
      if (cut.ok) expect(cut.value, `${length} bytes`).toEqual(all.value);
      else expect(cut.error.code, `${length} bytes`).toBe('file-damaged');
    }
  });
});
