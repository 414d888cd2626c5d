import { catalogue } from '../text/catalogue.ts'

export const newTexts = catalogue({
  title: { zh: '新建通关计划', en: 'New plan' },
  lead: {
    zh: '一行一个货品，同一订单的各行写同一订单号。有错的订单会单独列出，其余照常规划。',
    en: 'One row per line of goods; rows of one order share its number. Orders with faults are listed apart, the rest are planned.',
  },
  drop: { zh: '把订单簿拖到这里', en: 'Drop the order book here' },
  or: { zh: '或点这里选择文件', en: 'or click to choose a file' },
  formats: {
    zh: '支持 .xlsx、.csv（UTF-8 或 GB18030）、.json',
    en: '.xlsx, .csv (UTF-8 or GB18030) or .json',
  },
  wrongFormat: {
    zh: (name: string) => `${name} 不是 .xlsx、.csv 或 .json 文件。请另存为其中一种再交。`,
    en: (name: string) =>
      `${name} is not an .xlsx, .csv or .json file. Save it as one of these and hand it in again.`,
  },
  template: { zh: '下载空白模板', en: 'Download the empty template' },
  templateAbout: {
    zh: '带下拉选项与填写说明，报关所需的栏目都在内',
    en: 'with drop-downs and notes, and every column that a declaration needs',
  },
  change: { zh: '换一个文件', en: 'Choose another file' },
  date: { zh: '适用哪一天的法规', en: 'Day whose law applies' },
  dateAbout: {
    zh: '订单自己写了日期的，以订单为准；空着即今天。',
    en: 'An order’s own date goes first; empty means today.',
  },
  fx: { zh: '汇率', en: 'Exchange rates' },
  fxAbout: {
    zh: '空着即用登记的海关月汇率。填了就替换，并写进计划。',
    en: 'Empty means the registered customs rate of the month. A rate given here replaces it and is printed in the plan.',
  },
  currency: { zh: '币种', en: 'Currency' },
  rate: { zh: '1 单位合人民币', en: 'CNY per unit' },
  addRate: { zh: '添加汇率', en: 'Add a rate' },
  remove: { zh: '去掉', en: 'Remove' },
  badRate: {
    zh: (currency: string) => `汇率“${currency}”不完整：币种是三个大写字母，汇率是大于零的数，如 7.10。`,
    en: (currency: string) =>
      `The rate “${currency}” is incomplete: three capital letters and a number above zero, such as 7.10.`,
  },
  start: { zh: '开始规划', en: 'Plan' },
  sending: {
    zh: (percent: number) => `正在上传 ${percent}%`,
    en: (percent: number) => `Uploading ${percent}%`,
  },
  starting: { zh: '已收到，正在排队…', en: 'Received, waiting for its turn …' },
  stop: { zh: '停止', en: 'Stop' },
  back: { zh: '全部计划', en: 'All plans' },
  size: { zh: (size: string) => `大小 ${size}`, en: (size: string) => size },
})
