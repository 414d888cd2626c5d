import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { useChosen } from '../../list/use-chosen.tsx'
import { modeLabel } from '../../part/modes.ts'
import { StateMark } from '../../part/StateMark.tsx'
import type { PreparedOrder } from '../../remote/declarations.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { submitTexts } from './submit.texts.ts'

/** So many rows are drawn; who has more submits all, or those that are whole. */
const most = 500

interface Props {
  orders: readonly PreparedOrder[]
  isSending: boolean
  send: (orders: readonly string[]) => void
}

/** Orders to be submitted one by one. */
export function PickOrders({ orders, isSending, send }: Props) {
  const t = useTexts(submitTexts)
  const { language } = useLanguage()
  const shown = orders.slice(0, most)
  const chosen = useChosen(shown, ({ orderNo }) => orderNo, {
    one: ({ orderNo }) => t.choose(orderNo),
    all: t.chooseAll,
  })
  const what = ({ obstacles }: PreparedOrder) =>
    [...new Set(obstacles.map(each => (each.title ?? each.elementTitle ?? each.text)[language]))].join(
      language === 'zh' ? '、' : ', ',
    )
  const columns: Column<PreparedOrder>[] = [
    chosen.column,
    {
      key: 'order',
      head: t.order,
      kind: 'figures',
      text: row => row.orderNo,
      narrow: 'title',
      className: 'breaks',
    },
    {
      key: 'answer',
      head: t.answer,
      text: row => row.answer,
      cell: row => (
        <StateMark state={row.answer === 'ready' ? 'done' : 'waits'}>
          {row.answer === 'ready' ? t.ready : t.missing}
        </StateMark>
      ),
    },
    { key: 'mode', head: t.mode, text: row => (row.mode ? modeLabel(row.mode, language) : '') },
    { key: 'what', head: t.what, text: what },
  ]
  return (
    <details className="more" data-testid="pick">
      <summary>{t.pick}</summary>
      {orders.length > most ? <p className="second">{t.pickFirst(most)}</p> : null}
      {chosen.keys.size > 0 ? (
        <p>
          <button
            type="button"
            className="button"
            disabled={isSending}
            onClick={() => send([...chosen.keys])}
            data-testid="submit-chosen"
          >
            {t.submitChosen(chosen.keys.size)}
          </button>
        </p>
      ) : null}
      <Table label={t.pick} columns={columns} rows={shown} keyOf={({ orderNo }) => orderNo} isBare />
    </details>
  )
}
