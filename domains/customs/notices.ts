import type { NoticeKind } from '@tongqu/kernel/notice'

/** Kinds of notices of the customs' module, by the first part of their causes. */
export const customsNotices: readonly NoticeKind[] = [
  { kind: 'customs.plan', name: { zh: '计划的申报结果', en: 'Results of a plan’s declarations' } },
  { kind: 'customs.declaration', name: { zh: '申报结果', en: 'Results of declarations' } },
  { kind: 'customs.deadline', name: { zh: '期限提醒', en: 'Deadlines' } },
  { kind: 'customs.summary', name: { zh: '汇总申报', en: 'Monthly summaries' } },
  { kind: 'customs.guarantee', name: { zh: '担保额度', en: 'Guarantees' } },
  { kind: 'customs.book', name: { zh: '保税账册', en: 'Bonded books' } },
]
