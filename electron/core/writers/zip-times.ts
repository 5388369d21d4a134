// The same document gives the same bytes: a zip packed again with one fixed time on every entry.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The earliest time a zip can state; local on purpose, since zip knows no time zone. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * The first entry stays first: readers of office files look there for the content types.
 * @param rewrite gives the new text of a part, or null to keep it.
 */
export function withFixedTimes(
  zip: Uint8Array,
  rewrite?: (name: string, text: () => string) => string | null,
): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const changed = rewrite?.(name, () => strFromU8(bytes)) ?? null;
    entries[name] = [changed === null ? bytes : strToU8(changed), { mtime: ZIP_EPOCH, level: 6 }];
  }
  return zipSync(entries);
}
