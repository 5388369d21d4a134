// Bytes of a text or web page -> characters: by byte order mark, by declaration, else UTF-8 where it is valid, else GB18030.

/** Decodes without loss for the encodings that Chinese offices use: UTF-8, UTF-16, GBK, GB18030. */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf16 = guessUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(known(declared)).decode(bytes);
  }
}

/** The declared name, where it is one of the Chinese encodings; a page that lies about UTF-8 is GB18030. */
function known(declared: string | undefined): string {
  const name = declared?.trim().toLowerCase() ?? '';
  return name === 'big5' ? 'big5' : 'gb18030';
}

/** UTF-16 without a mark: line feeds and spaces with a zero byte on one side. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  let low = 0;
  let high = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index + 1] === 0 && head[index] !== 0) low++;
    if (head[index] === 0 && head[index + 1] !== 0) high++;
  }
  const pairs = head.length / 2;
  if (pairs < 8) return null;
  return low > pairs * 0.1 && high === 0 ? 'utf-16le' : high > pairs * 0.1 && low === 0 ? 'utf-16be' : null;
}
