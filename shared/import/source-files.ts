// The files that a report is read from, as people know them: for the dialogs, the window and the command line. What a file is, its content says.

interface SourceFiles {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Where such a file comes from. */
  readonly about: string;
}

export const SOURCE_FILES: readonly SourceFiles[] = [
  { name: '年报文件', extensions: ['nianbao'], about: '本程序编制的年报，原样带入，不需识别' },
  { name: 'Excel 工作簿', extensions: ['xlsx', 'xls', 'et', 'csv'], about: '本程序导出的、统计表格的' },
  { name: 'Word 文档', extensions: ['docx', 'doc', 'wps'], about: '上年报送、公开的正文' },
  { name: '网页', extensions: ['html', 'htm', 'mht', 'mhtml'], about: '从政府网站另存的年报页面' },
  { name: 'PDF', extensions: ['pdf'], about: '带文字层的；扫描件无法识别' },
  { name: '文本', extensions: ['txt'], about: '从网页或文档中复制出来的，也可按 Ctrl+V 粘贴' },
];

export const SOURCE_EXTENSIONS: readonly string[] = SOURCE_FILES.flatMap(({ extensions }) => extensions);
