import { catalogue } from '../text/catalogue.ts'

export const letterTexts = catalogue({
  number: { zh: (no: string) => `第 ${no} 号`, en: (no: string) => `No. ${no}` },
  asAt: { zh: (date: string) => `数字截至 ${date}`, en: (date: string) => `figures as at ${date}` },
  whole: { zh: '已可用', en: 'Works' },
  part: { zh: '部分可用', en: 'In part' },
  none: { zh: '未建', en: 'Not built' },
  all: { zh: '全部', en: 'All' },
  total: { zh: (n: number) => `共 ${n} 行`, en: (n: number) => `${n} rows` },
  counts: { zh: '各状态的行数', en: 'Rows by state' },
  find: { zh: '在复函中查找', en: 'Find in the letter' },
  findHint: { zh: '名称、数字、作用…　按 /', en: 'Name, figure, purpose …  press /' },
  unit: { zh: '责任单位', en: 'Responsible unit' },
  everyUnit: { zh: '全部责任单位', en: 'All responsible units' },
  state: { zh: '状态', en: 'State' },
  contents: { zh: '目录', en: 'Contents' },
  everySection: { zh: '全部章节', en: 'All sections' },
  shown: {
    zh: (n: number, all: number) => `显示 ${n} 行，共 ${all} 行`,
    en: (n: number, all: number) => `${n} of ${all} rows shown`,
  },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  nothing: { zh: '没有符合条件的行。', en: 'No row meets these conditions.' },
  open: { zh: '打开', en: 'Open' },
  figure: { zh: '信中数字', en: 'Figure in the letter' },
  served: { zh: '已覆盖：', en: 'Covered: ' },
})
