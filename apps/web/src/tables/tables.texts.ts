import { catalogue } from '../text/catalogue.ts'

export const tablesTexts = catalogue({
  title: { zh: '税则与代码表', en: 'Tariff and code tables' },
  lead: {
    zh: '计划用到的每一张表和它的版本。税率引自哪一版，计划里就写哪一版。',
    en: 'Every table that plans use, and its edition. A plan names the edition its rates come from.',
  },
  all: { zh: '全部的表', en: 'All tables' },
  find: { zh: '查找表', en: 'Find a table' },
  findHint: { zh: '表名、出处…　按 /', en: 'Table, source …  press /' },
  table: { zh: '表', en: 'Table' },
  edition: { zh: '版本', en: 'Edition' },
  year: { zh: '年份', en: 'Year' },
  rows: { zh: '行数', en: 'Rows' },
  rejected: { zh: '未收', en: 'Rejected' },
  from: { zh: '起用日', en: 'In force from' },
  imported: { zh: '导入', en: 'Imported' },
  by: { zh: '经手', en: 'By' },
  house: { zh: '随系统', en: 'with the system' },
  source: { zh: '出处', en: 'Source' },
  import: { zh: '导入文件', en: 'Import a file' },
  nothing: { zh: '还没有导入任何表。', en: 'No table has been imported yet.' },
  notFound: { zh: '没有符合的表。', en: 'No table matches.' },
  how: {
    zh: '命令行也可导入：./tongqu import tariff 文件',
    en: 'The command line imports too: ./tongqu import tariff FILE',
  },
})
