// 草稿 across each page of the Word document, behind the text: the shape that Word and WPS make for a text watermark.

const FORMULAS = [
  'sum #0 0 10800',
  'prod #0 2 1',
  'sum 21600 0 @1',
  'sum 0 0 @2',
  'sum 21600 0 @3',
  'if @0 @3 0',
  'if @0 21600 @1',
  'if @0 0 @2',
  'if @0 @4 21600',
  'mid @5 @6',
  'mid @8 @5',
  'mid @7 @8',
  'mid @6 @7',
  'sum @6 0 @5',
];

/** Text along a line, as the format defines it. */
const SHAPE_TYPE = `<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>${FORMULAS.map((formula) => `<v:f eqn="${formula}"/>`).join('')}</v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>`;

const STYLE = [
  'position:absolute',
  'margin-left:0',
  'margin-top:0',
  'width:320pt',
  'height:150pt',
  'rotation:325',
  'z-index:-251658752',
  'mso-position-horizontal:center',
  'mso-position-horizontal-relative:margin',
  'mso-position-vertical:center',
  'mso-position-vertical-relative:margin',
].join(';');

/** A header with the watermark in its first paragraph. */
export const withWatermark = (header: string): string =>
  header.replace(
    '</w:p>',
    `<w:r><w:pict>${SHAPE_TYPE}<v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" style="${STYLE}" o:allowincell="f" fillcolor="#e4e4e4" stroked="f"><v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="草稿"/></v:shape></w:pict></w:r></w:p>`,
  );
