import { refusals } from '@tongqu/kernel/refusal'

export const tableRefusals = refusals({
  'table.unknown': {
    status: 404,
    text: { zh: '没有名为 {table} 的表', en: 'There is no table named {table}' },
    remedy: { zh: '可用的表：{known}', en: 'Tables: {known}' },
  },
  'table.edition_needed': {
    status: 422,
    text: {
      zh: '没有说明 {table} 表的版本与来源',
      en: 'The edition and source of the table {table} are not stated',
    },
    remedy: {
      zh: '给出 --edition、--year 与 --source；每条税率都要说明出自哪一版',
      en: 'Give --edition, --year and --source: every rate says which edition it stands in',
    },
  },
  'table.nothing_read': {
    status: 422,
    text: {
      zh: '表里没有一行可用；第一处 {place}:{zh}',
      en: 'Not one row of the table could be taken; first {place}: {en}',
    },
    remedy: {
      zh: '按提示改正文件；表头须与模板一致',
      en: 'Mend the file; its header must be that of the layout',
    },
  },
  'table.file_refused': {
    status: 422,
    text: { zh: '文件无法读取：{zh}', en: 'The file cannot be read: {en}' },
    remedy: { zh: '另存为 .xlsx 或 .csv 后再导入', en: 'Save it as .xlsx or .csv and import again' },
  },
  'table.file_not_found': {
    status: 404,
    text: { zh: '没有文件 {sm3}', en: 'There is no file {sm3}' },
    remedy: { zh: '上传没有完成；请重新上传', en: 'The upload was not completed; send the file again' },
  },
  'table.entry_unknown': {
    status: 404,
    text: { zh: '表 {table} 里没有 {key}', en: 'The table {table} has no entry {key}' },
    remedy: { zh: '按代码或名称查找', en: 'Look it up by its code or name' },
  },
  'table.edition_unknown': {
    status: 404,
    text: { zh: '表 {table} 没有这一批：{batch}', en: 'The table {table} has no batch {batch}' },
    remedy: { zh: '从该表的版本列表中选', en: "Choose one of the table's editions" },
  },
  'table.entry_changed': {
    status: 409,
    text: {
      zh: '{key} 在您打开之后已被他人改动',
      en: 'Somebody else has changed {key} since you opened it',
    },
    remedy: { zh: '对照两边，再决定是否保存', en: 'Compare both sides, then decide whether to save' },
  },
  'table.entry_refused': {
    status: 422,
    text: { zh: '{zh}', en: 'In this field {en}' },
    remedy: { zh: '改正后再保存', en: 'Correct it and save again' },
  },
  'table.entry_same': {
    status: 422,
    text: {
      zh: '与现有内容相同，没有可保存的改动',
      en: 'This says what stands already: there is nothing to save',
    },
    remedy: { zh: '改动内容或起止日', en: 'Change a value or the days' },
  },
  'table.key_fixed': {
    status: 422,
    text: {
      zh: '条目的代码不能改：写的是 {found}，条目是 {key}',
      en: 'The code of an entry cannot change: this says {found}, the entry is {key}',
    },
    remedy: { zh: '要换代码，请另建条目并结束原条目', en: 'For another code add an entry and end this one' },
  },
  'table.entry_exists': {
    status: 409,
    text: { zh: '已有条目 {key}', en: 'There is an entry {key} already' },
    remedy: { zh: '打开该条目修改', en: 'Open that entry and edit it' },
  },
  'table.period_reversed': {
    status: 422,
    text: { zh: '止日 {to} 早于起日 {from}', en: 'It ends on {to}, before it begins on {from}' },
    remedy: { zh: '改正起止日', en: 'Correct the days' },
  },
  'table.day_needed': {
    status: 422,
    text: { zh: '没有说明这一版从哪天起用', en: 'The first day this edition is in force is not stated' },
    remedy: { zh: '填写起用日', en: 'State the day it is in force from' },
  },
  'table.import_not_found': {
    status: 404,
    text: { zh: '没有编号为 {id} 的导入', en: 'There is no import {id}' },
    remedy: { zh: '在导入列表中查找', en: 'Look it up in the list of imports' },
  },
  'table.import_not_ready': {
    status: 409,
    text: { zh: '这次导入现为“{state}”，不能发布', en: 'This import is {state} and cannot be published' },
    remedy: { zh: '等核对完成，或重新上传', en: 'Wait until it is checked, or send the file again' },
  },
})
