import { catalogue } from '../../text/catalogue.ts'

export const entryTexts = catalogue({
  edit: { zh: '更正', en: 'Correct' },
  end: { zh: '结束', en: 'End' },
  add: { zh: '新增条目', en: 'Add an entry' },
  addAbout: {
    zh: '按导入文件的同一套规则检查。起日、出处与原因都要写。',
    en: 'Checked by the rules of a file. State its first day, its source and the reason.',
  },
  from: { zh: '起（含）', en: 'From (included)' },
  to: { zh: '止（含）', en: 'To (included)' },
  toAbout: { zh: '空着即没有止日', en: 'Empty: no last day' },
  editDays: {
    zh: '只改这些天；前后的日子不动。',
    en: 'Only these days change; what was true before and after stays.',
  },
  endAbout: {
    zh: '从这一天起不再有这个条目；以前的日子不动。',
    en: 'From this day on the entry is no more; the days before stay.',
  },
  endFrom: { zh: '自哪天起没有', en: 'No more from' },
  source: { zh: '出处', en: 'Source' },
  sourceAbout: { zh: '谁发的、什么文号', en: 'Who issued it, under what number' },
  reason: { zh: '更正原因', en: 'Reason for the change' },
  reasonAbout: { zh: '记入审计，至少四个字', en: 'Kept in the audit; four characters or more' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '不改了', en: 'Never mind' },
  choose: { zh: '请选择', en: 'Choose' },
  none: { zh: '（无）', en: '(none)' },
  versions: { zh: '历次版本', en: 'Versions' },
  days: { zh: '有效期', en: 'In force' },
  says: { zh: '内容', en: 'What it says' },
  edition: { zh: '版本', en: 'Edition' },
  entered: { zh: '经手', en: 'Entered' },
  stands: { zh: '有效', en: 'Stands' },
  replaced: { zh: '已被取代', en: 'Replaced' },
})
