import { Link, useNavigate } from '@tanstack/react-router'
import { Form } from '../../form/Form.tsx'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useKept } from '../../part/kept.ts'
import { useTitle } from '../../part/title.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { GoodsLines } from '../GoodsLines.tsx'
import { areGoods, type GoodsDraft, goodsAsked } from '../goods-draft.ts'
import { stockTexts } from '../stock.texts.ts'
import { useWarehouses } from '../use-stock.ts'
import { moveTexts, transfersTexts } from './transfers.texts.ts'

interface OrderDraft {
  readonly from: string
  readonly to: string
  readonly dueOn: string
  readonly lines: readonly GoodsDraft[]
}

const empty: OrderDraft = { from: '', to: '', dueOn: '', lines: [] }

function isOrder(value: unknown): value is OrderDraft {
  const { from, to, dueOn, lines } = (value ?? {}) as Record<keyof OrderDraft, unknown>
  return [from, to, dueOn].every(each => typeof each === 'string') && areGoods(lines)
}

/** Goods are ordered from one warehouse to another. */
export function OrderTransferPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(transfersTexts), ...useTexts(moveTexts) }
  useTitle(t.order)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const warehouses = useWarehouses() ?? []
  const [kept, keep] = useKept('order-transfer', isOrder)
  const draft = kept ?? empty
  const change = (part: Partial<OrderDraft>) => keep({ ...draft, ...part })
  const order = useCommand('market.transfer.order', ['market.'])
  const { from, to, dueOn, lines } = draft
  const send = () =>
    order.run(
      { from, to, ...(dueOn ? { dueOn } : {}), lines: goodsAsked(lines) },
      {
        onSuccess: ({ id }) => {
          keep(undefined)
          navigate({ to: '/stock/transfers/$id', params: { id } })
        },
      },
    )
  const options = warehouses.map(each => ({ value: each.id, name: each.name[language] }))
  return (
    <>
      <header className="record-head">
        <Link to="/stock/transfers" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>{t.order}</h1>
        <p className="second">{t.orderLead}</p>
      </header>
      <div className="sheet form-sheet">
        <Form
          problem={order.problem}
          send={send}
          testId="transfer-form"
          actions={
            <button type="submit" className="button main" disabled={order.isRunning} data-testid="order-send">
              {t.send}
            </button>
          }
        >
          <div className="form-pair">
            <ChoiceField
              place="/from"
              label={t.from}
              none={t.choose}
              value={from}
              options={options}
              change={next => change({ from: next })}
              testId="order-from"
            />
            <ChoiceField
              place="/to"
              label={t.to}
              none={t.choose}
              value={to}
              options={options}
              change={next => change({ to: next })}
              testId="order-to"
            />
            <TextField
              place="/dueOn"
              label={t.dueOn}
              kind="date"
              value={dueOn}
              change={next => change({ dueOn: next })}
              testId="order-due"
            />
          </div>
          <GoodsLines lines={lines} change={next => change({ lines: next })} />
        </Form>
      </div>
    </>
  )
}
