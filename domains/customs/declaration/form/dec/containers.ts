import { type Facts, textOf } from '../facts.ts'
import { book, type Form } from '../form.ts'
import type { Content } from '../kind.ts'
import type { GoodsLine } from './goods.ts'

const WATER = '2'

/** The containers of the orders, each with the lines of the declaration that are in it. */
export function containersOf(form: Form, orders: readonly Facts[], lines: readonly GoodsLine[]): Content {
  const kinds = new Map<string, string | undefined>()
  for (const { extra } of orders) {
    const container = textOf(extra, 'containerNo')
    if (container) kinds.set(container, kinds.get(container) ?? textOf(extra, 'containerKind'))
  }
  // Goods of market procurement that go by water were consolidated in one.
  const [{ mode, extra }] = orders as readonly [Facts]
  if (kinds.size === 0 && mode === '1039' && textOf(extra, 'transportMode') === WATER)
    form.need('DecContainers.Container.ContainerId', undefined, book('containerNo'))
  if (kinds.size === 0) return {}
  const Container = [...kinds].map(([id, kind]) => ({
    ContainerId: id,
    ContainerMd: form.need('DecContainers.Container.ContainerMd', kind, book('containerKind')),
    GoodsNo: numbersIn(id, lines).join(','),
  }))
  return { DecContainers: { Container } }
}

const numbersIn = (container: string, lines: readonly GoodsLine[]): number[] =>
  lines.flatMap((goods, n) =>
    goods.some(({ facts }) => textOf(facts.extra, 'containerNo') === container) ? [n + 1] : [],
  )
