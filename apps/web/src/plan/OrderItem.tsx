import type { Declared } from '../declaration/submit/use-declared.ts'
import { markOf, stateTexts, stateWord } from '../declaration/words.ts'
import { Amount } from '../part/Amount.tsx'
import { countryName } from '../part/country.ts'
import { modeCode, modeName } from '../part/modes.ts'
import { type State, StateMark } from '../part/StateMark.tsx'
import type { OrderHead } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { ordersTexts } from './orders.texts.ts'

interface Props {
  id: string
  /** Absent while it is being read. */
  head: OrderHead | undefined
  /** Its declaration, where there is one. */
  declared: Declared | undefined
  index: number
  total: number
  top: number
  isOpen: boolean
  isActive: boolean
  open: (orderNo: string) => void
}

const stateOf = (head: OrderHead): { state: State; word: 'none' | 'overridden' | 'planned' } => {
  if (!head.chosen) return { state: 'refused', word: 'none' }
  return head.overridden ? { state: 'runs', word: 'overridden' } : { state: 'done', word: 'planned' }
}

/** One order in the list: its number, where it goes, the chosen mode, what it costs. */
export function OrderItem({ id, head, declared, index, total, top, isOpen, isActive, open }: Props) {
  const t = useTexts(ordersTexts)
  const states = useTexts(stateTexts)
  const { language } = useLanguage()
  const classes = ['order-item', isOpen ? 'is-open' : '', isActive ? 'is-active' : ''].join(' ')
  const common = { id, className: classes, style: { top }, 'aria-setsize': total, 'aria-posinset': index + 1 }
  if (!head) {
    return (
      <div {...common} role="option" aria-selected={false} tabIndex={-1} aria-disabled="true">
        <span className="quiet">{t.loading}</span>
      </div>
    )
  }
  const { state, word } = stateOf(head)
  const note = [countryName(head.country, language), t.lines(head.lines), head.shipment]
    .filter(Boolean)
    .join(' · ')
  const mode = head.chosen ? modeCode(head.chosen) || modeName(head.chosen, language) : ''
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all its rows.
    <div
      {...common}
      role="option"
      aria-selected={isOpen}
      tabIndex={-1}
      onClick={() => open(head.orderNo)}
      data-testid="order"
      data-order={head.orderNo}
    >
      <StateMark state={state} label={t[word]} />
      <span className="order-no figures" title={head.orderNo}>
        {head.orderNo}
      </span>
      <span className="num" title={t.netCost}>
        <Amount value={head.netCost} />
      </span>
      <span className="order-note quiet" title={note}>
        {declared ? (
          <StateMark state={markOf(declared.state)}>{stateWord(states, declared.state)}</StateMark>
        ) : null}{' '}
        {note}
      </span>
      <span className="num second figures" title={head.chosen ? modeName(head.chosen, language) : t.none}>
        {mode}
      </span>
    </div>
  )
}
