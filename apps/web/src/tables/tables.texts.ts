import { catalogue } from '../text/catalogue.ts'

export const tablesTexts = catalogue({
  title: { zh: '税则与代码表', en: 'Tariff and code tables' },
  lead: {
    zh: '计划用到的每一张表和它的版本。税率引自哪一版，计划里就写哪一版。',
    en: 'Every table that plans use, and its edition. A plan names the edition its rates come from.',
  },
  find: { zh: '查找表', en: 'Find a table' },
  findHint: { zh: '表名、出处…　按 /', en: 'Table, source …  press /' },
  table: { zh: '表', en: 'Table' },
  edition: { zh: '版本', en: 'Edition' },
  year: { zh: '年份', en: 'Year' },
  rows: { zh: '行数', en: 'Rows' },
  rejected: { zh: '未收', en: 'Rejected' },
  from: { zh: '起用日', en: 'In force from' },
  imported: { zh: '导入', en: 'Imported' },
  source: { zh: '出处', en: 'Source' },
  nothing: { zh: '还没有导入任何表。', en: 'No table has been imported yet.' },
  notFound: { zh: '没有符合的表。', en: 'No table matches.' },
  how: {
    zh: '整套税则与代码表由用户导入：./tongqu import tariff 文件',
    en: 'Users import the full tables: ./tongqu import tariff FILE',
  },
})
