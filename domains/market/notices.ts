import type { NoticeKind } from '@tongqu/kernel/notice'

/** Kinds of notices of the market's module, by the first part of their causes. */
export const marketNotices: readonly NoticeKind[] = [
  { kind: 'market.lot', name: { zh: '批次效期', en: 'Expiry of lots' } },
  { kind: 'market.transfer', name: { zh: '逾期调拨', en: 'Overdue transfers' } },
  { kind: 'market.movement', name: { zh: '库存报损', en: 'Goods written off' } },
]
