// Opens the zip of an Office file without trusting it: names, number of parts and really inflated sizes are checked, and only the XML parts
// that a reader asks for are unpacked. No library sees the container itself, so lying headers and bombs end here.
import type { Readable } from 'node:stream';
import { ok, refuse, type Result } from '../../../../shared/model/result.ts';
import { damaged, MEGABYTE, oversized, passworded, shownName } from '../source-reader.ts';

export interface OfficeZip {
  /** Names of all parts, in the order of the directory. */
  readonly names: readonly string[];
  /** Unpacks the parts whose names fit, checked as XML; the sum over all calls is limited. */
  readonly parts: (wanted: (name: string) => boolean) => Promise<Result<ReadonlyMap<string, string>>>;
}

/** A report has about 15 parts; a workbook with many pictures some hundreds. */
const MAX_ENTRIES = 5_000;
/** The XML of a report is below 1 MB; a workbook of a whole city below 10. */
const MAX_INFLATED = 32 * MEGABYTE;

/** @param fileName for the sentence of a refusal. */
export async function openOfficeZip(bytes: Uint8Array, fileName: string): Promise<Result<OfficeZip>> {
  const { fromBufferPromise } = await import('yauzl');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // sizes are validated while inflating; "../", absolute and backslash names end the walk with an error
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
    if (zip.entryCount > MAX_ENTRIES) return oversized(fileName, '内含的部件过多');
    const entries = new Map<
      string,
      Awaited<ReturnType<typeof zip.eachEntry>> extends AsyncIterable<infer Entry> ? Entry : never
    >();
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return passworded(fileName);
      if (entries.has(entry.fileName)) return damaged(fileName, '内部有两个同名的部件');
      entries.set(entry.fileName, entry);
    }
    let inflated = 0;
    const parts: OfficeZip['parts'] = async (wanted) => {
      const found = new Map<string, string>();
      for (const [name, entry] of entries) {
        if (!wanted(name) || name.endsWith('/')) continue;
        // refused by the stated size at once; a stated size that lies is caught by yauzl as soon as one byte more arrives
        if (inflated + entry.uncompressedSize > MAX_INFLATED) return oversized(fileName, '展开后过大');
        try {
          const part = await readAll(await zip.openReadStreamPromise(entry), MAX_INFLATED - inflated);
          if (!part) return oversized(fileName, '展开后过大');
          inflated += part.length;
          const text = xmlText(part);
          if (text === null) return damaged(fileName, `部件“${shownName(name)}”含有不允许的外部定义或编码`);
          found.set(name, text);
        } catch {
          return damaged(fileName, `部件“${shownName(name)}”解不开`);
        }
      }
      return ok(found);
    };
    return ok({ names: [...entries.keys()], parts });
  } catch (error) {
    return zipRefusal(error, fileName);
  }
}

async function readAll(stream: Readable, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Buffer)) return null;
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The text of an XML part; null where it defines a document type or entities (no Office program writes any) or is not UTF-8. */
function xmlText(part: Buffer): string | null {
  if ((part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff) || part.includes(0)) return null;
  const text = part.toString('utf8').replace(/^\ufeff/, '');
  return /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text) ? null : text;
}

function zipRefusal(error: unknown, fileName: string): ReturnType<typeof refuse> {
  const reason = error instanceof Error ? error.message : '';
  if (/relative path|absolute path|invalid characters in fileName/i.test(reason)) {
    return damaged(fileName, '内部的文件名指向文件之外，可能含有恶意内容');
  }
  return damaged(fileName);
}
