import type { Begun } from '@tongqu/kernel/desk'
import type { Findable } from '@tongqu/kernel/search'
import type { Rulebook } from '../rules/of-packs.ts'
import { books, guarantees, taxBills } from './covers.ts'
import { declarations, firms } from './declarations.ts'
import { orders, plans } from './plans.ts'

/** What of the customs may be searched. */
export function customsFindables(rules: Rulebook): readonly Findable[] {
  return [plans, orders, declarations, firms, guarantees, books, taxBills, rulesOf(rules)]
}

/** Rules by their names, of whatever days they are. */
function rulesOf({ parameters }: Rulebook): Findable {
  return {
    kind: 'rule',
    name: { zh: '规则', en: 'Rules' },
    permission: 'public',
    edition: 1,
    texts: () =>
      parameters.parameters().map(({ id, title }) => ({
        key: id,
        number: id,
        title: { zh: title?.zh ?? id, en: title?.en ?? id },
        page: `/rules?q=${encodeURIComponent(id)}`,
      })),
  }
}

/** What somebody begins here. */
export const customsBegins: readonly Begun[] = [
  { type: 'customs.plan.created', kind: 'plan', said: { zh: '新建', en: 'Made' } },
  { type: 'customs.plan.submitted', kind: 'plan', said: { zh: '提交申报', en: 'Handed in' } },
  { type: 'customs.book.counted', kind: 'book', said: { zh: '盘点', en: 'Counted' } },
  { type: 'customs.book.registered', kind: 'book', said: { zh: '登记', en: 'Registered' } },
  { type: 'customs.guarantee.registered', kind: 'guarantee', said: { zh: '登记', en: 'Registered' } },
  { type: 'customs.summary.made', kind: 'declaration', said: { zh: '汇总', en: 'Summed up' } },
  {
    type: 'customs.document.attached',
    kind: 'declaration',
    said: { zh: '添加单证', en: 'Attached a paper' },
  },
  { type: 'customs.declarant.set', kind: 'firm', said: { zh: '更新', en: 'Changed' } },
]
