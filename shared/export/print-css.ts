// The page of GB/T 9704-2012 in CSS: A4, type area 156 x 225 mm, 22 lines of 28 characters, page numbers outside at the foot.
import { fontFaces, printStack } from './fonts.ts';
import { spaceBelowTitle } from './title-lines.ts';

/** Height of a line in points: 22 of them fill 225 mm, with a hair to spare so that rounding never costs the last one. */
const POINTS = 28.9;
const LINE = `${POINTS}pt`;

/** @param fontBase address that the font files stand under, ending with a slash. */
export const printCss = (fontBase: string): string => `
${fontFaces(fontBase)}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page:right{@bottom-right{content:"— " counter(page) " —";font:14pt ${printStack('song')};vertical-align:top;padding:7mm 14pt 0 0}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:14pt ${printStack('song')};vertical-align:top;padding:7mm 0 0 14pt}}
@page landscape{size:A4 landscape;margin:28mm 37mm 26mm 35mm}
html{font-size:16pt}
body{margin:0;color:#000;font-family:${printStack('fangsong')};line-height:${LINE};text-align:justify;
 letter-spacing:calc(156mm / 28 - 16pt);text-spacing-trim:space-all;text-autospace:no-autospace;
 line-break:strict;hanging-punctuation:none;overflow-wrap:break-word;font-variant-east-asian:normal}
h1{font:22pt/36pt ${printStack('title')};text-align:center;letter-spacing:0;margin:0 0 ${LINE};break-after:avoid}
${[1, 2, 3, 4].map((lines) => `h1.lines-${lines}{margin-bottom:${spaceBelowTitle(lines, 36, POINTS)}pt}`).join('')}
p,.p{margin:0;text-indent:2em;orphans:1;widows:1}
h2,h3,h4,h5{font-size:16pt;line-height:${LINE};font-weight:normal;margin:0;text-indent:2em;break-after:avoid;break-inside:avoid}
h2{font-family:${printStack('hei')}}
h3{font-family:${printStack('kai')}}
h4,h5{font-family:${printStack('fangsong')}}
h3.run-in{display:inline;text-indent:0}
strong{font-family:${printStack('title')};font-weight:normal}
.whole{break-inside:avoid}
.landscape{page:landscape}
table{border-collapse:collapse;width:calc(100% - .6pt);table-layout:fixed;break-inside:avoid;margin:3pt 0 9pt;
 font-size:10.5pt;line-height:14pt;letter-spacing:0;text-align:center;line-break:auto}
th,td{border:.6pt solid #000;padding:2pt;font-weight:normal;vertical-align:middle;overflow-wrap:anywhere}
th.column,th.section{font-family:${printStack('hei')}}
td{font-variant-numeric:tabular-nums}
.draft{position:fixed;z-index:-1;left:0;right:0;top:85mm;text-align:center;text-indent:0;letter-spacing:30pt;padding-left:30pt;
 font:120pt/1 ${printStack('hei')};color:#e4e4e4;transform:rotate(-35deg)}
`;
