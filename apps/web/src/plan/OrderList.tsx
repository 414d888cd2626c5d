import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Declared } from '../declaration/submit/use-declared.ts'
import { Bones } from '../part/Bones.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTexts } from '../text/language.tsx'
import { OrderItem } from './OrderItem.tsx'
import { ordersTexts } from './orders.texts.ts'
import type { Orders } from './use-orders.ts'
import { scrollToRow, windowOf } from './window.ts'

const rowHeight = 58

interface Props {
  orders: Orders
  /** Declarations by the number of their order. */
  declared: ReadonlyMap<string, Declared>
  chosen: string | undefined
  open: (orderNo: string) => void
}

/** A list of any length of which only the part in sight is drawn. Arrows move, Enter opens. */
export function OrderList({ orders, declared, chosen, open }: Props) {
  const t = useTexts(ordersTexts)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, height: 600 })
  const { heads = [], total } = orders
  const opened = heads.findIndex(head => head.orderNo === chosen)
  const [moved, setMoved] = useState<number>()
  const at = Math.min(moved ?? Math.max(0, opened), Math.max(0, total - 1))
  const { first, end } = windowOf(place.top, place.height, rowHeight, total)
  useEffect(() => orders.reach(end))
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setPlace({ top: element.scrollTop, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (opened > 0 && box.current) {
      box.current.scrollTop = scrollToRow(box.current.scrollTop, box.current.clientHeight, rowHeight, opened)
    }
  }, [opened])
  const move = (next: number) => {
    const to = Math.max(0, Math.min(total - 1, next))
    setMoved(to)
    if (box.current)
      box.current.scrollTop = scrollToRow(box.current.scrollTop, box.current.clientHeight, rowHeight, to)
  }
  const pressed = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(place.height / rowHeight) - 1)
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      move(at + step)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      const head = heads[at]
      if (head) open(head.orderNo)
    }
  }
  if (orders.error) return <Refusal error={orders.error} again={orders.again} />
  if (!orders.heads) return <Bones rows={8} />
  if (total === 0) return <p className="empty">{t.nothing}</p>
  return (
    <div
      ref={box}
      className="order-list"
      role="listbox"
      tabIndex={0}
      aria-label={t.list}
      aria-activedescendant={heads[at] ? `${id}-${at}` : undefined}
      onKeyDown={pressed}
      onScroll={event =>
        setPlace({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
      data-testid="order-list"
    >
      <div role="presentation" style={{ height: total * rowHeight, position: 'relative' }}>
        {Array.from({ length: end - first }, (_, index) => first + index).map(index => (
          <OrderItem
            key={index}
            id={`${id}-${index}`}
            head={heads[index]}
            declared={declared.get(heads[index]?.orderNo ?? '')}
            index={index}
            total={total}
            top={index * rowHeight}
            isOpen={index === opened}
            isActive={index === at}
            open={orderNo => {
              setMoved(index)
              open(orderNo)
            }}
          />
        ))}
      </div>
    </div>
  )
}
