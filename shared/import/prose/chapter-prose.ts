// Lines of a chapter -> its prose: a line that is only “（一）主动公开情况。” is a heading, a run-in heading stays in its paragraph.
import { type ChapterBlock, type ChapterDoc, heading, paragraph, stripControls } from '../../model/chapter.ts';

export interface ProseLine {
  readonly text: string;
  /** Level that the file gives, 1 to 6; absent in plain paragraphs. */
  readonly level?: number;
}

const LEVELS = [
  { level: 1, pattern: /^[（(][一二三四五六七八九十]{1,3}[）)]/ },
  { level: 2, pattern: /^\d{1,2}[.．、](?!\d)/ },
  { level: 3, pattern: /^[（(]\d{1,2}[）)]/ },
] as const;

export function proseDoc(lines: readonly ProseLine[]): ChapterDoc {
  const content = withRests(lines).flatMap((line): ChapterBlock[] =>
    line.text
      .split('\n')
      .map((text) => tidy(text))
      .filter((text) => text !== '')
      .map((text) => block(text, line.level !== undefined)),
  );
  return { type: 'doc', content };
}

/** A line that begins with “，” or “。” is the rest of the line above, which a page has wrapped. */
function withRests(lines: readonly ProseLine[]): readonly ProseLine[] {
  const whole: ProseLine[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last && /^\s*[，。；、：！？”’）》】]/.test(line.text))
      whole[whole.length - 1] = { ...last, text: `${last.text.trimEnd()}${line.text.trimStart()}` };
    else whole.push(line);
  }
  return whole;
}

/** Indents and control characters go; the words stay as they are. */
const tidy = (text: string): string => stripControls(text).replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '');

function block(text: string, marked: boolean): ChapterBlock {
  const found = LEVELS.find(({ pattern }) => pattern.test(text));
  if (!found) return paragraph(text);
  const body = text.replace(found.pattern, '');
  const longest = marked ? 40 : found.level === 1 ? 26 : 18;
  const ends = /[。；;：:，,！？]/.test(body.slice(0, -1));
  const closes = /[；;，,：:]$/.test(body);
  if (body === '' || body.length > longest || ends || closes) return paragraph(text);
  if (found.level > 1 && !marked && /[。]$/.test(body)) return paragraph(text);
  return heading(found.level, text);
}
