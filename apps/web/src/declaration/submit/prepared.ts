import type { PreparedOrder } from '../../remote/declarations.ts'

type Obstacle = PreparedOrder['obstacles'][number]

/** Something that is missing in several orders, and in how many. */
export interface MissingGroup {
  readonly where: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly orders: number
}

export interface Counted {
  readonly name: string
  readonly orders: number
}

/** What the server's answers for each order come to: counted, nothing decided. */
export interface Summary {
  readonly answers: Readonly<Record<string, number>>
  readonly missing: readonly MissingGroup[]
  readonly unsupported: readonly Counted[]
  readonly papers: readonly Counted[]
  readonly byOthers: readonly Counted[]
}

function counted(
  orders: readonly PreparedOrder[],
  of: (order: PreparedOrder) => readonly string[],
): Counted[] {
  const counts = new Map<string, number>()
  for (const order of orders)
    for (const name of new Set(of(order))) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, n]) => ({ name, orders: n })).sort((a, b) => b.orders - a.orders)
}

/** What an obstacle is called: the field that is missing, else the element that is wrong. */
const titleOf = ({ title, elementTitle, element, text }: Obstacle) =>
  title ?? elementTitle ?? (element ? { zh: element, en: element } : text)

export function summaryOf(orders: readonly PreparedOrder[]): Summary {
  const open = orders.filter(({ answer, draft }) => answer === 'missing' && !draft)
  const groups = new Map<string, MissingGroup>()
  for (const { obstacles } of open) {
    const own = new Map(obstacles.map(each => [`${each.where ?? each.code} ${titleOf(each).en}`, each]))
    for (const [key, each] of own) {
      const before = groups.get(key)
      groups.set(key, {
        where: each.where ?? '',
        title: titleOf(each),
        orders: (before?.orders ?? 0) + 1,
      })
    }
  }
  return {
    answers: Object.fromEntries(
      counted(orders, ({ answer, draft }) => [draft ? 'draft' : answer]).map(({ name, orders: n }) => [
        name,
        n,
      ]),
    ),
    missing: [...groups.values()].sort((a, b) => b.orders - a.orders),
    unsupported: counted(
      orders.filter(({ answer }) => answer === 'unsupported'),
      ({ mode }) => (mode ? [mode] : []),
    ),
    papers: counted(orders, ({ papers }) => papers),
    byOthers: counted(orders, ({ byOthers }) => byOthers),
  }
}
