// Title, organ and year as published reports print them.
import { describe, expect, test } from 'vitest';
import { readHeading } from '../../shared/import/heading/match-heading.ts';

const heading = (lines: readonly string[], outside: readonly string[] = [], prose: readonly string[] = []) =>
  readHeading(lines, outside, prose);

describe('the title as printed gives organ and year', () => {
  test.each([
    ['淮安市人民政府2024年政府信息公开工作年度报告', '淮安市人民政府', 2024],
    ['2022年上海市政府信息公开工作年度报告', '上海市', 2022],
    ['2019年上海市人民政府办公厅政府信息公开工作年度报告', '上海市人民政府办公厅', 2019],
    ['城口县高观镇人民政府2022年政府信息公开工作年度报告', '城口县高观镇人民政府', 2022],
    ['定西市公共资源交易中心2020年政府信息公开工作的年度报告', '定西市公共资源交易中心', 2020],
    ['宁国市商务局关于2023年度政府信息公开工作的年度报告', '宁国市商务局', 2023],
    ['关于宁国市商务局2023年政府信息公开工作年度报告', '宁国市商务局', 2023],
    ['宁国市商务局二〇二三年政府信息公开工作年度报告', '宁国市商务局', 2023],
    ['宁国市商务局二○二三年度政府信息公开年度报告', '宁国市商务局', 2023],
    ['宁国市商务局２０２３年政府信息公开工作年度报告', '宁国市商务局', 2023],
    ['北街街道2025年政府信息公开工作年度报告', '北街街道', 2025],
    ['宁国市商务局2023年政务公开工作年度报告', '宁国市商务局', 2023],
    ['宁国市商务局政府信息公开工作年度报告（2023年）', '宁国市商务局', 2023],
    ['宁国市商务局政府信息公开工作年度报告(2023年度)', '宁国市商务局', 2023],
    ['宁国市商务局政府信息公开工作2023年度报告', '宁国市商务局', 2023],
    ['2023年度政府信息公开工作年度报告（宁国市商务局）', '宁国市商务局', 2023],
    ['2023年宁国市人民政府信息公开工作年度报告', '宁国市人民政府', 2023],
    ['2020年度宁国市机构编制委员会办公室政府信息公开年度报告', '宁国市机构编制委员会办公室', 2020],
    ['中共宁国市委宣传部2023年政府信息公开工作年度报告', '中共宁国市委宣传部', 2023],
    ['【年报】宁国市商务局2023年政府信息公开工作年度报告', '宁国市商务局', 2023],
  ])('%s', (title, organ, year) => {
    const read = heading(['首页', title, '根据《条例》编制。']);
    expect([read.title, read.organ, read.year]).toEqual([title, organ, year]);
    expect(read.organSure).toBe(true);
  });
});

test.each([
  [['淮安市人民政府', '2024 年政府信息公开工作年度报告'], '淮安市人民政府2024年政府信息公开工作年度报告'],
  [
    ['兴庆区前进街街道办事处', '2024年政府信息公开', '工作年度报告'],
    '兴庆区前进街街道办事处2024年政府信息公开工作年度报告',
  ],
  [['宁国市商务局2023年度', '政府信息公开工作年度报告'], '宁国市商务局2023年度政府信息公开工作年度报告'],
])('a title over several lines is one title: %s', (lines, title) => {
  const read = heading(['政府信息公开年报', ...lines, '根据《条例》，编制本报告。']);
  expect(read.title).toBe(title);
  expect(read.organ).toBe(lines[0]?.replace(/2023年度$/, ''));
});

test('the title of the page serves where the text has none', () => {
  const read = heading(['首页', '政府信息公开年报'], ['测试市2025年政府信息公开工作年度报告_测试市人民政府网站']);
  expect([read.title, read.organ, read.year]).toEqual(['测试市2025年政府信息公开工作年度报告', '测试市', 2025]);
});

test('a breadcrumb or a list of reports is not taken for the title', () => {
  const read = heading([
    '当前位置：首页 > 政府信息公开 > 政府信息公开年报',
    '2021年政府信息公开工作年度报告',
    '2022年政府信息公开工作年度报告',
    '宁国市商务局2023年政府信息公开工作年度报告',
    '现将宁国市商务局2023年政府信息公开工作年度报告公布如下。',
  ]);
  expect([read.title, read.year]).toEqual(['宁国市商务局2023年政府信息公开工作年度报告', 2023]);
});

describe('a short name is completed from the text, and then not sure', () => {
  test('where the text names the organ in full', () => {
    const read = heading(
      ['县民政局2023年政府信息公开工作年度报告'],
      [],
      ['如有疑问，请与望江县民政局办公室联系。', '望江县民政局', '2024年1月20日'],
    );
    expect([read.organ, read.organSure]).toEqual(['望江县民政局', true]);
  });
  test('where the text only names the place', () => {
    const read = heading(
      ['市生态环境局2020年度政府信息公开工作年度报告'],
      [],
      ['根据《关于印发2020年嘉兴市政务公开工作要点的通知》', '《嘉兴市网站管理制度》'],
    );
    expect([read.organ, read.organSure]).toEqual(['嘉兴市生态环境局', false]);
  });
  test('from the signature, where the title names none', () => {
    const read = heading(['2023年政府信息公开工作年度报告'], [], ['无。', '太平镇人民政府', '2024年1月20日']);
    expect([read.organ, read.year]).toEqual(['太平镇人民政府', 2023]);
  });
});

describe('where the title is lost, the report itself says whose it is', () => {
  test.each([
    ['根据《条例》规定，现公布宁国市商务局2023年政府信息公开工作年度报告。', '宁国市商务局', 2023],
    ['现将宁国市人民政府2023年政府信息公开工作年度报告予以公开。', '宁国市人民政府', 2023],
    ['特向社会公布2023年度宁国市商务局政府信息公开工作年度报告。', '宁国市商务局', 2023],
    ['现发布《安徽省2023年政府信息公开工作年度报告》。', '安徽省', 2023],
    [
      '《宁国市人民政府办公室2023年政府信息公开工作年度报告》已经研究同意，现予公开发布。',
      '宁国市人民政府办公室',
      2023,
    ],
    ['根据《条例》等规定，梳理编制芜湖海关关区2023年政府信息公开工作年度报告。', '芜湖海关关区', 2023],
    ['特向社会公布河沥街道2023年度信息公开年度报告。', '河沥街道', 2023],
    [
      '本年度报告由宁国市教育局根据《条例》要求编制。统计期限从2023年1月1日起至2023年12月31日止。',
      '宁国市教育局',
      2023,
    ],
    ['由政务公开办编制了宁国市人民政府2023年政府信息公开工作年度报告。', '宁国市人民政府', 2023],
    ['结合2023年宁国市商务局政府信息公开工作实际，编制发布本报告。', '宁国市商务局', 2023],
    ['宁国市商务局2023年政府信息公开工作年度报告（以下简称年报）是根据《条例》编制的。', '宁国市商务局', 2023],
    [
      '本年度报告根据《条例》有关规定，由宁国市公安局编制。统计期限自2023年1月1日至2023年12月31日。',
      '宁国市公安局',
      2023,
    ],
    [
      '本报告依据《条例》，由宁国经济技术开发区管委会结合统计数据编制。统计期限自2023年1月1日至2023年12月31日。',
      '宁国经济技术开发区管委会',
      2023,
    ],
  ])('%s', (line, organ, year) => {
    const read = heading(['首页', line]);
    expect([read.title, read.organ, read.year]).toEqual(['', organ, year]);
  });

  test('but a document it was made by names no organ', () => {
    const read = heading([
      '根据《国务院办公厅政府信息与政务公开办公室关于印发〈政府信息公开工作年度报告格式〉的通知》和《宁国市2023年政务公开工作要点》编制本报告。',
    ]);
    expect(read.organ).toBe('');
  });
});

test('a title without organ takes it from the preface', () => {
  const read = heading(['2023年政府信息公开工作年度报告', '结合2023年宁国市商务局政府信息公开工作实际编制本报告。']);
  expect([read.title, read.organ, read.year]).toEqual(['2023年政府信息公开工作年度报告', '宁国市商务局', 2023]);
});

test('the mark of a list in front of the title is no part of it', () => {
  const read = heading(['首页', '• 宁国市信访局2023年政府信息公开工作年度报告', '  • 时间：2024-01-31']);
  expect([read.title, read.organ]).toEqual(['宁国市信访局2023年政府信息公开工作年度报告', '宁国市信访局']);
  const yearFirst = heading(['首页', '•2023年宁国市信访局政府信息公开工作年度报告']);
  expect([yearFirst.title, yearFirst.organ]).toEqual(['2023年宁国市信访局政府信息公开工作年度报告', '宁国市信访局']);
});

test('a day printed behind the title is no part of it', () => {
  expect(heading(['宁国市商务局2023年政府信息公开工作年度报告 2024-01-20', '根据《条例》编制。']).title).toBe(
    '宁国市商务局2023年政府信息公开工作年度报告',
  );
});

test('without a year in the title the period of the report counts, not the day it was published', () => {
  const read = heading(
    ['宁国市商务局政府信息公开工作年度报告', '发布时间：2024年1月20日'],
    [],
    ['统计期限自2023年1月1日起至2023年12月31日止。', '2024年，我局将继续努力。2024年1月20日'],
  );
  expect(read.year).toBe(2023);
});

test('the day up to which the report counts tells its year', () => {
  const read = heading(['宁国市商务局政府信息公开工作年度报告'], [], ['截止2023年12月31日，共公开信息30条。']);
  expect(read.year).toBe(2023);
});

describe('last year in a menu is not the year of the report', () => {
  const menu = ['2018年度政府信息公开工作年度报告', '2017年政府信息公开年报', '政府信息公开指南', '政府信息公开制度'];
  const period = '所列数据的统计期限自2023年1月1日起至2023年12月31日止。';

  test('where the title names the organ but no year', () => {
    const read = heading([...menu, '宁国市商务局政府信息公开工作年度报告', period]);
    expect([read.title, read.organ, read.year]).toEqual(['宁国市商务局政府信息公开工作年度报告', '宁国市商务局', 2023]);
  });

  test('where the title is a picture', () => {
    const read = heading([...menu, '发布时间：2024-01-20', period]);
    expect([read.title, read.year]).toEqual(['', 2023]);
  });

  test('but a title next to a text with a stale period is believed', () => {
    expect(heading(['首页', '2024年政府信息公开工作年度报告', period]).year).toBe(2024);
  });
});

test('a line of the page above a name is no part of it', () => {
  const read = heading([
    '无障碍阅读',
    '东山区农业农村局2025年政府信息公开工作年度报告',
    '区农业农村局2025年政府信息公开工作年度报告',
  ]);
  expect(read.organ).toBe('东山区农业农村局');
});

test('a link to an explanation of the report is not its title', () => {
  const title = '宁国市商务局2022年政府信息公开工作年度报告';
  const read = heading([
    title,
    '打印 分享',
    `问答解读:宁国市商务局2022年政府信息公开工作年度报告.docx`,
    '根据《条例》编制。',
  ]);
  expect([read.title, read.organ]).toEqual([title, '宁国市商务局']);
});

test('a notice that asks for reports names no organ', () => {
  const read = heading(['根据《关于做好2021年政府信息公开工作年度报告编制发布有关事项的通知》要求，编制本报告。']);
  expect(read.organ).toBe('');
});

test.each([
  ['根据《条例》要求，现公布宁国市商务局政府信息公开工作2022年度报告。', '宁国市商务局'],
  ['本报告根据《条例》编制，总结宁国市商务局2022年政府信息公开工作情况。', '宁国市商务局'],
  ['本报告由六部分组成，涵盖了2022年宁国市商务局政府信息公开工作，统计到年底。', '宁国市商务局'],
  ['本报告依据《条例》要求，结合宁国市商务局信息公开工作有关统计数据撰写。', '宁国市商务局'],
  ['根据《条例》和《通知》要求，宁国市商务局编制了本报告。', '宁国市商务局'],
  ['本报告依据《条例》要求，结合我单位信息公开工作有关统计数据撰写。', ''],
])('without a title the preface names the organ: %s', (line, organ) => {
  expect(heading([line]).organ).toBe(organ);
});

describe('a name with signs in it', () => {
  test.each(['????????', '(试行)', '[2021]', '市*局', '县+(一)'])('%s in front of the year ends no reading', (name) => {
    expect(() => heading(['江城市云山开发区', `${name}2021年政府信息公开工作年度报告`])).not.toThrow();
  });

  test('spaces that the site could not print are no part of it', () => {
    const read = heading(['????????江城市云山开发区管理委员会', '???????????2021年政府信息公开工作年度报告']);
    expect([read.organ, read.year]).toEqual(['江城市云山开发区管理委员会', 2021]);
  });
});

test.each([
  ['2022年度司法公开暨政府信息公开工作年度报告', '江城市中级人民法院'],
  ['2023-2024学年信息公开工作年度报告', '江城大学'],
])('what stands beside 政府信息公开 in “%s” is no organ', (title, organ) => {
  expect(heading([organ, title, '根据《条例》编制。']).organ).toBe(organ);
  expect(heading([`${organ}${title}`, '根据《条例》编制。']).organ).toMatch(new RegExp(`^(?:${organ})?$`));
});
