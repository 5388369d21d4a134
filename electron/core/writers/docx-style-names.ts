// Ids of the styles in the Word document.
export const STYLE = {
  body: 'GongwenBody',
  table: 'GongwenTable',
  tableHead: 'GongwenTableHead',
  runIn: 'GongwenRunIn',
} as const;
