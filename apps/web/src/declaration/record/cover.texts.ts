import { catalogue } from '../../text/catalogue.ts'

export const coverTexts = catalogue({
  title: { zh: '担保与账册', en: 'Guarantee and book' },
  guarantee: { zh: '税款担保', en: 'Guarantee' },
  book: { zh: '保税账册', en: 'Bonded book' },
  not_kept_here: { zh: '不在此登记', en: 'kept elsewhere' },
  held: { zh: '占用中', en: 'held' },
  called: { zh: '已催缴', en: 'called for' },
  written_off: { zh: '已核扣', en: 'written off' },
  short: { zh: '不足', en: 'short' },
  free: { zh: '已释放', en: 'free again' },
  heldOf: { zh: '占用', en: 'held' },
  missing: { zh: '还差', en: 'lacking' },
})
