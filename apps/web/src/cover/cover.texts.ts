import { catalogue } from '../text/catalogue.ts'

/** What the desk's pages share. */
export const coverTexts = catalogue({
  pages: { zh: '担保与账册的页面', en: 'Pages of guarantees and books' },
  guarantees: { zh: '税款担保', en: 'Guarantees' },
  taxes: { zh: '电子税单', en: 'Tax bills' },
  books: { zh: '保税账册', en: 'Bonded books' },
  number: { zh: '编号', en: 'Number' },
  firm: { zh: '企业', en: 'Firm' },
  office: { zh: '海关', en: 'Customs office' },
  validity: { zh: '有效期', en: 'Valid' },
  state: { zh: '状态', en: 'State' },
  valid: { zh: '有效', en: 'In force' },
  invalid: { zh: '不在有效期', en: 'Not in force' },
  owner: { zh: '单位', en: 'Party' },
  moves: { zh: '变动', en: 'Moves' },
  movesAbout: {
    zh: '每一笔都是总账里的一次记账，可回溯到清单。',
    en: 'Each is an entry of the ledger, and leads back to its list.',
  },
  noMoves: { zh: '还没有变动。', en: 'Nothing has moved yet.' },
  moreMoves: {
    zh: '只列出最早的部分，余下见总账。',
    en: 'The earliest are listed; the ledger shows the rest.',
  },
  at: { zh: '时间', en: 'At' },
  what: { zh: '事项', en: 'What' },
  list: { zh: '清单', en: 'List' },
  change: { zh: '变动', en: 'Change' },
  left: { zh: '可用', en: 'Available' },
  held: { zh: '占用', en: 'Held' },
  admitted: { zh: '同意使用的单位', en: 'Parties admitted' },
  admittedAbout: {
    zh: '对方在右上角的账户卡片里能看到自己的单位编号。',
    en: 'A party finds its id on the account card at the top right.',
  },
  nobodyElse: {
    zh: '只有本单位的申报可以使用。',
    en: 'The owner’s declarations alone may rest on it.',
  },
  party: { zh: '单位编号', en: 'The party’s id' },
  admit: { zh: '同意使用', en: 'Admit' },
  dismiss: { zh: '不再同意', en: 'Dismiss' },
})
