// A paragraph that is broken into lines by hand (↓ in Word, text pasted from a web page) is a paragraph a line; a title over two lines is one.
import { squeeze } from '../labels.ts';
import type { RawBlock } from '../raw-document.ts';

const LONGEST_TITLE = 40;

export const withBreaksParted = (blocks: readonly RawBlock[]): readonly RawBlock[] => blocks.flatMap(parted);

function parted(block: RawBlock): readonly RawBlock[] {
  if (block.kind === 'table' || !block.text.includes('\n')) return [block];
  const lines = block.text.split('\n').filter((line) => squeeze(line) !== '');
  if (lines.length < 2 || !lines.some((line, index) => isText(line) || (index > 0 && isNumbered(line)))) return [block];
  return lines.map(
    (text): RawBlock =>
      block.kind === 'heading' && isText(text) ? { kind: 'paragraph', text, place: block.place } : { ...block, text },
  );
}

const isText = (line: string): boolean => /[。；;]/.test(line) || squeeze(line).length > LONGEST_TITLE;

/** “二、主动公开政府信息情况” below another line begins something new. */
const isNumbered = (line: string): boolean =>
  /^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])/.test(squeeze(line));
