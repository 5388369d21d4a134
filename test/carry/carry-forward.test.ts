// Last year's report becomes this year's draft: what is carried, what stays reference, and why.
import { expect, test } from 'vitest';
import { carryForward } from '../../shared/carry/carry-forward.ts';
import { suggestedFigures } from '../../shared/editions/suggested-figures.ts';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { noSuccessorReason, successorOf } from '../../shared/editions/successors.ts';
import { blockText, chapterText } from '../../shared/model/chapter.ts';
import type { CellId } from '../../shared/model/report.ts';
import { staleFigures } from '../../shared/text/stale.ts';
import { caseReport, figureCell, madeReport } from '../checks/case-report.ts';

test('结转下年度 of 2020 is proposed for 上年结转 of 2021 in the new form, blank stays blank', () => {
  const { draft } = carryForward(caseReport('seed'), 2021);
  expect(draft).toMatchObject({
    organ: '市生态环境局',
    year: 2021,
    edition: '2021',
    status: 'draft',
    title: '市生态环境局2021年政府信息公开工作年度报告',
  });
  const filled = Object.entries(draft.cells).filter(([, { state }]) => state !== 'blank');
  expect(filled.map(([id, { value, source, proposed }]) => [id, value, source.kind, proposed])).toEqual([
    ['applications.carried_in.natural', '1', 'carried', true],
    ['applications.carried_in.welfare', '0', 'carried', true],
    ['applications.carried_in.total', '1', 'carried', true],
  ]);
  expect(Object.keys(draft.cells).length).toBe(figures(EDITIONS['2021']).size);
});

test('every figure of last year has a note: carried, or kept with its reason', () => {
  const { notes } = carryForward(caseReport('seed'), 2021);
  expect(notes.map(({ from }) => from)).toEqual([...figures(EDITIONS['2019']).keys()]);
  expect(notes.filter(({ to }) => to !== null).map(({ from }) => from.split('.')[1])).toEqual(
    Array(7).fill('carried_out'),
  );
  expect(notes.every(({ reason }) => reason.length > 5)).toBe(true);
  const reason = (id: CellId) => notes.find(({ from }) => from === id)?.reason;
  expect(reason('disclosure.normative.total_public')).toContain('对外公开总数量');
  expect(reason('applications.other_all.total')).toContain('分为三项');
  expect(reason('applications.new.total')).toContain('按本年实际填报');
});

test('within the form of 2021 all seven columns are carried', () => {
  const { draft } = carryForward(caseReport('suqian2023'), 2024);
  const carried = (key: string) => draft.cells[`applications.carried_in.${key}`]?.value;
  expect(['natural', 'company', 'research', 'welfare', 'legal', 'other', 'total'].map(carried)).toEqual([
    '118',
    '3',
    '0',
    '0',
    '0',
    '0',
    '121',
  ]);
});

test('a total that last year’s report left blank beside figures is computed', () => {
  const last = madeReport({
    cells: { 'applications.carried_out.natural': '4', 'applications.carried_out.total': null },
  });
  expect(carryForward(last, 2025).draft.cells['applications.carried_in.total']).toMatchObject({
    value: '4',
    source: { kind: 'computed' },
    proposed: true,
  });
});

test('the prose is a draft with its years moved where that is certain, the rest marked', () => {
  const { draft, years } = carryForward(caseReport('seed'), 2021);
  expect(chapterText(draft.chapters['1'])).toContain('2021年，我局通过各项渠道主动公开政府信息数4445条');
  expect(chapterText(draft.chapters['1'])).toContain('《关于印发2020年政务公开工作要点的通知》（国办发〔2020〕17号）');
  expect(chapterText(draft.chapters['5'])).toContain('2021年市生态环境局将从两方面加强');
  for (const { chapter, block, from, to, kind } of years) {
    const written = blockText(draft.chapters[chapter].content[block] ?? { type: 'paragraph' }).slice(from, to);
    expect(written).toMatch(kind === 'moved' ? /^2021$/ : /^20(?:20|21)$/);
  }
  expect(years.some(({ kind, reason }) => kind === 'left' && reason.startsWith('计划'))).toBe(true);
});

test('bold words keep their place when a year in them moves', () => {
  const report = madeReport();
  const bold = { type: 'text', text: '2024', marks: [{ type: 'bold' }] } as const;
  const doc = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [bold, { type: 'text', text: '年，我局公开信息。' }] }],
  } as const;
  const { draft } = carryForward({ ...report, chapters: { ...report.chapters, '1': doc } }, 2025);
  expect(draft.chapters['1'].content[0]?.content).toEqual([
    { ...bold, text: '2025' },
    { type: 'text', text: '年，我局公开信息。' },
  ]);
});

test('figures of last year’s prose are stale until they are changed or agree with the tables', () => {
  const sentence = '2024年，收到政府信息公开申请28件，公开信息300条。';
  const previous = madeReport({ chapters: { '1': [sentence] } });
  const { draft } = carryForward(previous, 2025);
  const stale = (report: typeof draft) =>
    staleFigures(report, previous)
      .filter(({ chapter }) => chapter === '1')
      .map(({ text }) => text);
  expect(stale(draft)).toEqual(['28', '300']);
  const edited = {
    ...draft,
    chapters: {
      ...draft.chapters,
      '1': madeReport({ chapters: { '1': [sentence.replace('300', '350').replace('2024', '2025')] } }).chapters['1'],
    },
  };
  expect(stale(edited)).toEqual(['28']);
  expect(stale({ ...edited, cells: { ...edited.cells, 'applications.new.total': figureCell('28') } })).toEqual([]);
});

test('现行有效 is suggested from last year, 制发 and 废止, once both are filled in', () => {
  const previous = madeReport({ year: 2023, cells: { 'disclosure.normative.valid': '597' } });
  const draft = (cells: Readonly<Record<string, string>>) => madeReport({ status: 'draft', rest: null, cells });
  expect(suggestedFigures(draft({ 'disclosure.normative.made': '50' }), previous)).toEqual([]);
  const both = draft({ 'disclosure.normative.made': '50', 'disclosure.normative.repealed': '227' });
  expect(suggestedFigures(both, previous)).toEqual([
    { cell: 'disclosure.normative.valid', value: '420', formula: '上年现行有效＋本年制发－本年废止' },
  ]);
  expect(
    suggestedFigures(
      draft({
        'disclosure.normative.made': '1',
        'disclosure.normative.repealed': '1',
        'disclosure.normative.valid': '9',
      }),
      previous,
    ),
  ).toEqual([]);
});

test('every cell of a form has a successor in another form, or a reason why not', () => {
  for (const from of ['2019', '2021'] as const) {
    for (const to of ['2019', '2021'] as const) {
      for (const id of figures(EDITIONS[from]).keys()) {
        expect(successorOf(from, to, id) === null).toBe(noSuccessorReason(from, to, id) !== null);
        if (from === to) expect(successorOf(from, to, id)).toBe(id);
      }
    }
  }
  expect(successorOf('2019', '2021', 'disclosure.license.decisions')).toBe('disclosure.license.decisions');
  expect(successorOf('2019', '2021', 'applications.other_all.total')).toBeNull();
});
