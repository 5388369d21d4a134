// What stands around the article and beside its tables: titles printed again, captions, text beside the tables.
import { describe, expect, test } from 'vitest';
import { chapterText } from '../../shared/model/chapter.ts';
import { ownRows, PLAIN, printed, textReport, tsvReport } from './build-report.ts';
import { expectAllRight, expectedOf, importBytes } from './import-case.ts';

const present = expectedOf('suqian-2024');

describe('a page around the article', () => {
  const title = '临江市望山镇人民政府2024年政府信息公开工作年度报告';

  test('its title printed again over two lines, its source and its day are no text of the report', async () => {
    const around = [
      title,
      '2025年01月18日来源:党政办',
      '• 浏览次数:',
      '• 字体:[大 中 小]',
      '撰写时间',
      '临江市望山镇人民政府2024',
      '政府信息公开工作年度报告',
      '望山镇人民政府',
      PLAIN.preface,
    ];
    const text = tsvReport(present).replace(`${PLAIN.title}\n\n${PLAIN.preface}`, around.join('\n'));
    const { report } = await importBytes(text);
    expect(report.chapters.preface.content.map((block) => JSON.stringify(block))).toHaveLength(1);
    expect([report.organ, report.title]).toEqual(['临江市望山镇人民政府', title]);
  });

  test('captions over the tables are no text of the chapters', async () => {
    const text = tsvReport(present).replace(/^三、收到.*$/m, '$&\n表三：收到和处理申请情况\n注：含结转件。');
    const { report } = await importBytes(text);
    expect(JSON.stringify(report.chapters['3'])).toContain('含结转件');
    expect(JSON.stringify(report.chapters['3'])).not.toContain('表三');
  });

  test.each([
    '2024年，本机关未发生因政府信息公开引起的行政复议、行政诉讼。',
    '本年度没有行政事业性收费。',
    '全年收到申请28件，均予以公开；结转下年度继续办理0件。',
    '说明：数据含各镇，不含行政许可',
    '本年度未制发规章、行政规范性文件',
    '全年作出581件行政许可',
  ])('text beside a table is kept, though it ends in a word of the form: %s', async (line) => {
    for (const chapter of ['二、主动', '三、收到', '四、政府']) {
      const text = tsvReport(present).replace(new RegExp(`^${chapter}.*$`, 'm'), `$&\n${line}`);
      const { report } = await importBytes(text);
      const key = { 二: '2', 三: '3', 四: '4' }[chapter[0] ?? ''] as '2' | '3' | '4';
      expect(chapterText(report.chapters[key])).toBe(line);
    }
  });

  test('short lines above and below a table whose cells are lines are no part of it', async () => {
    const cells = textReport(present, PLAIN, (table) => ownRows(table, printed(present.cells)).flatMap((row) => row));
    const around = cells
      .replace(/^二、主动.*$/m, '$&\n全年公开各类信息165条')
      .replace(/^三、收到.*$/m, '本表数据截至年底\n$&');
    const proposal = await importBytes(around);
    expectAllRight(proposal, present.cells);
    expect(chapterText(proposal.report.chapters['2'])).toBe('全年公开各类信息165条\n本表数据截至年底');
  });

  test('a year that is named only once is taken with a warning', async () => {
    const text = tsvReport(present)
      .replace(`${PLAIN.title}\n\n${PLAIN.preface}\n`, '')
      .replace(/20\d\d年收取/, '今年收取');
    const proposal = await importBytes(text);
    expect([proposal.report.year, proposal.warnings.some(({ code }) => code === 'year-unknown')]).toEqual([2024, true]);
  });
});
