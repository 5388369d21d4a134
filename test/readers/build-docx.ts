// A Word file of a sample report, as an office would make it: headings by style, by automatic number or plain, tables with merged cells.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { TableSpec } from '../../shared/editions/types.ts';
import type { SampleReport } from './sample-report.ts';

export type HeadingForm = 'styled' | 'plain' | 'automatic';

export function sampleDocx(sample: SampleReport, headings: HeadingForm = 'styled'): Promise<Buffer> {
  const chapter = (number: string, title: string): Paragraph => {
    if (headings === 'plain')
      return new Paragraph({ children: [new TextRun({ text: `${number}、${title}`, bold: true })] });
    if (headings === 'automatic') return new Paragraph({ text: title, numbering: { reference: 'chapters', level: 0 } });
    return new Paragraph({ text: `${number}、${title}`, heading: HeadingLevel.HEADING_1 });
  };
  const children = [
    new Paragraph({ text: sample.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
    new Paragraph(sample.preface),
    ...sample.edition.chapters.flatMap(({ key, number, title }) => [
      chapter(number, title),
      ...(sample.prose[key] ?? []).map((text) => new Paragraph({ text, indent: { firstLine: 640 } })),
      ...sample.edition.tables.filter((table) => table.chapter === key).map((table) => tableOf(table, sample)),
    ]),
  ];
  const document = new Document({
    title: sample.title,
    numbering: {
      config: [
        {
          reference: 'chapters',
          levels: [{ level: 0, format: LevelFormat.JAPANESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

function tableOf(table: TableSpec, sample: SampleReport): Table {
  const widths = table.columnWidths.map((share) => Math.round(share * 9000));
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        children: row.map(
          (cell) =>
            new TableCell({
              columnSpan: cell.colspan,
              rowSpan: cell.rowspan,
              children: [
                new Paragraph({
                  children: [
                    new TextRun({
                      text: cell.kind === 'label' ? cell.text : (sample.figures.get(cell.id) ?? ''),
                      size: 16,
                    }),
                  ],
                }),
              ],
            }),
        ),
      }),
  );
  return new Table({ rows, columnWidths: widths, width: { size: 9000, type: WidthType.DXA } });
}
