// Paragraphs broken by hand: a Word file that holds a pasted web page is one long paragraph between its tables.
import { expect, test } from 'vitest';
import { withBreaksParted } from '../../shared/import/prose/broken-lines.ts';
import { matchDocument } from '../../shared/import/match-document.ts';
import type { RawBlock } from '../../shared/import/raw-document.ts';
import { chapterText } from '../../shared/model/chapter.ts';

const paragraph = (text: string): RawBlock => ({ kind: 'paragraph', text, place: '第1段' });

test('title, preface and chapters in one paragraph are found', () => {
  const front = [
    '江城市云山街道办事处2023年政府信息公开工作年度报告',
    '　　本报告根据《条例》编制。',
    '　　一、总体情况',
    '　　全年公开信息716条。',
    '　　（一）主动公开',
    '　　通过网站公开512条。',
    '　　二、主动公开政府信息情况',
  ];
  const back = ['五、存在的主要问题及改进情况', '公开不够及时。', '六、其他需要报告的事项', '没有收取信息处理费。'];
  const found = matchDocument(
    { kind: 'doc', blocks: [paragraph(front.join('\n')), paragraph(back.join('\n'))], remarks: [] },
    { fileName: '年报.doc' },
  );
  const report = found.ok ? found.value.report : null;
  expect([report?.organ, report?.year, report?.title]).toEqual(['江城市云山街道办事处', 2023, front[0]]);
  const read = Object.fromEntries(Object.entries(report?.chapters ?? {}).map(([key, doc]) => [key, chapterText(doc)]));
  expect(read).toEqual({
    preface: '本报告根据《条例》编制。',
    1: '全年公开信息716条。\n（一）主动公开\n通过网站公开512条。',
    2: '',
    3: '',
    4: '',
    5: '公开不够及时。',
    6: '没有收取信息处理费。',
  });
});

test.each(['江城市财政局\n2023年政府信息公开工作年度报告', '五、政府信息公开工作存在的\n主要问题及改进情况'])(
  'a title over two lines stays one: %s',
  (text) => expect(withBreaksParted([paragraph(text)])).toEqual([paragraph(text)]),
);
