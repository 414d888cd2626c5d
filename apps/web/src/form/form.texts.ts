import { catalogue } from '../text/catalogue.ts'

export const formTexts = catalogue({
  reason: { zh: '原因', en: 'Reason' },
  cancel: { zh: '不改了', en: 'Never mind' },
  conflict: {
    zh: (who: string, at: string) => `您填写期间，${who}已修改了这份资料${at ? `（${at}）` : ''}`,
    en: (who: string, at: string) =>
      `While you were typing, ${who} changed this record${at ? ` (${at})` : ''}`,
  },
  somebody: { zh: '另一位同事', en: 'somebody else' },
  conflictChoose: {
    zh: '两边都改过的，请逐项选用哪一个。',
    en: 'Choose, for each field that both of you changed.',
  },
  conflictNone: {
    zh: '两边改的不是同一项，可以一并保存。',
    en: 'You changed different fields: both changes can be kept.',
  },
  mine: { zh: '我的', en: 'Mine' },
  theirs: { zh: '对方的', en: 'Theirs' },
  nothing: { zh: '（空）', en: '(empty)' },
  before: { zh: (value: string) => `原为：${value}`, en: (value: string) => `Before: ${value}` },
  theirsOnly: { zh: '只有对方改过，照对方的：', en: 'Only they changed these; theirs are kept:' },
  takeChosen: { zh: '按所选保存', en: 'Save what was chosen' },
  leaveMine: { zh: '放弃我的修改', en: 'Drop my changes' },
  leaving: { zh: '还有没提交的内容', en: 'Something is not sent yet' },
  leavingAbout: {
    zh: '离开后草稿仍在本标签页里，回来可以接着填；关闭标签页则不再保留。',
    en: 'Your draft stays in this tab and is there when you come back; closing the tab forgets it.',
  },
  stay: { zh: '留在这里', en: 'Stay here' },
  leave: { zh: '离开，保留草稿', en: 'Leave, keep the draft' },
  discard: { zh: '离开，丢弃草稿', en: 'Leave, discard it' },
})
