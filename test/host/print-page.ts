// printToPDF of the stand-in: Electron's options, read as Electron reads them, given to DevTools.
import type { PrintToPDFOptions } from 'electron';
import type { Params } from './cdp.ts';

/** Inches, in Electron's own rounding. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

interface Piece {
  readonly data: string;
  readonly base64Encoded?: boolean;
  readonly eof: boolean;
}

export async function printPage(
  command: <T>(method: string, params: Params) => Promise<T>,
  { pageSize = 'Letter', margins = {}, ...rest }: PrintToPDFOptions,
): Promise<Buffer> {
  const size = typeof pageSize === 'string' ? SIZES[pageSize] : [pageSize.width, pageSize.height];
  if (!size) throw new Error(`Invalid pageSize ${JSON.stringify(pageSize)}`);
  const [paperWidth, paperHeight] = size;
  const { stream } = await command<{ readonly stream: string }>('Page.printToPDF', {
    generateTaggedPDF: false,
    generateDocumentOutline: false,
    ...rest,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
    transferMode: 'ReturnAsStream',
  });
  const pieces: Buffer[] = [];
  for (let ended = false; !ended; ) {
    const { data, base64Encoded, eof } = await command<Piece>('IO.read', { handle: stream });
    pieces.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    ended = eof;
  }
  await command('IO.close', { handle: stream });
  return Buffer.concat(pieces);
}
