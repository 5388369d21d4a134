// The organ of a report whose title names none: from its preface, a letter, or the first lines of its text.
import { describe, expect, test } from 'vitest';
import { readHeading } from '../../shared/import/heading/match-heading.ts';

const heading = (lines: readonly string[], outside: readonly string[] = [], prose: readonly string[] = []) =>
  readHeading(lines, outside, prose);

test('a letter that hands the report in names its organ', () =>
  expect(heading(['关于报送江城市文化局2023年政府信息公开工作年度报告的函']).organ).toBe('江城市文化局'));

test('a report without preface names its organ in the first lines of the text', () => {
  const line = '根据《条例》要求，现向社会公布江城市民政局2022年政府信息公开工作年度报告。';
  const read = heading([], [], ['一、总体情况', line, '我局坚持公开。']);
  expect([read.organ, read.organSure, read.year]).toEqual(['江城市民政局', true, 2022]);
});

describe('without a title the preface names the organ', () => {
  test.each([
    ['结合2021年江城县残疾人联合会政府信息公开工作编制而成。', true, '江城县残疾人联合会'],
    [
      '特向社会公布国家税务总局江城市税务局（以下简称“江城市税务局”，下文类同）2021年政府信息公开工作年度报告。',
      true,
      '国家税务总局江城市税务局',
    ],
    [
      '结合国家税务总局江城市税务局（以下简称“江城税务”）政府信息公开工作有关统计数据撰写。',
      true,
      '国家税务总局江城市税务局',
    ],
  ])('in its own words: %s', (line, sure, organ) => {
    const read = heading([line]);
    expect([read.organ, read.organSure]).toEqual([organ, sure]);
  });

  test('by the name of the place alone, which is told', () => {
    const read = heading(['根据《条例》规定，现公布区统计局2023年政府信息公开工作年度报告。'], [], ['我局公开50条。']);
    expect([read.organ, read.organSure]).toEqual(['区统计局', false]);
  });

  test.each([
    ['社会公众如有疑问的，请与江城市应急管理局办公室联系（电话：0570-3080000）。', '江城市应急管理局'],
    ['如对本报告有疑问，请与江城市招商中心办公室联系（地址：江城大道100号）。', '江城市招商中心'],
    ['如有疑问请与东河街道党政办联系（地址：江城大道55号）。', '东河街道'],
    ['如有疑问，请联系：江城市云山街道办事处。', '江城市云山街道办事处'],
    ['如有疑问，请联系:江城区东湖街道办事处党政综合办公室,地址:东湖里38号,电话:027-83785000。', '江城区东湖街道办事处'],
    ['如有疑问，请联系:江城区人民政府东湖街道办事处,地址:大道461号。', '江城区人民政府东湖街道办事处'],
    ['如有疑问，请与江城市司法局政务公开工作领导小组办公室联系。', '江城市司法局'],
    ['如有疑问，请与云山县人民政府办公室政务公开股联系。', '云山县人民政府'],
  ])('as whom to turn to, which is told: %s', (line, organ) => {
    const read = heading(['本报告根据《条例》编制。', line], [], ['2024年，我们坚持公开。']);
    expect([read.organ, read.organSure]).toEqual([organ, false]);
  });

  test.each([
    ['2023年，江城市公安局以习近平新时代中国特色社会主义思想为指导，推进公开。', '江城市公安局'],
    ['2024年以来,江城经济技术开发区管委会坚持公开。', '江城经济技术开发区管委会'],
    ['2023年，我局坚持公开。', ''],
    ['2023年，全区坚持公开。', ''],
    ['2023年，区民政局认真落实。', ''],
  ])('as what the text says first, which is told: %s', (line, organ) => {
    const read = heading(['本报告根据《条例》编制。'], [], ['一、总体情况', line]);
    expect([read.organ, read.organSure]).toEqual([organ, false]);
  });

  test('as whose office made it', () =>
    expect(heading(['本报告根据有关规定，由江城市林业和园林局办公室编制，包含六个部分。']).organ).toBe(
      '江城市林业和园林局',
    ));

  test.each(['如有疑问，请与我局办公室联系。', '如有疑问，请与区政务公开办联系。', '请联系办公室。'])(
    'but not as nobody in particular: %s',
    (line) => expect(heading([line]).organ).toBe(''),
  );
});
