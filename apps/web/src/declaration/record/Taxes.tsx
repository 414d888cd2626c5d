import { Link } from '@tanstack/react-router'
import { Amount } from '../../part/Amount.tsx'
import { Fact } from '../../part/Fact.tsx'
import { orderTexts } from '../../plan/order.texts.ts'
import { orderJson, usedKinds } from '../../plan/order-json.ts'
import type { DeclarationRead } from '../../remote/declarations.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { recordTexts } from './record.texts.ts'

/** What the plan reckoned for its order under this mode; the plan shows how. */
export function Taxes({ declaration: { planId, orderNo, mode } }: { declaration: DeclarationRead }) {
  const t = useTexts(recordTexts)
  const kinds = useTexts(orderTexts)
  const mayRead = useMay('customs.plan.read')
  const isOne = planId !== undefined && orderNo !== undefined
  const order = useAsk(
    'customs.plan.order',
    { id: planId ?? '', orderNo: orderNo ?? '' },
    { enabled: mayRead && isOne },
  )
  if (!isOne || !order.data) return null
  const amounts = orderJson(order.data.plan).modes.find(each => each.mode === mode)
  if (!amounts?.taxes) return null
  const { taxes, refund } = amounts
  const parts = usedKinds([taxes])
  return (
    <Part
      name={t.taxes}
      note={
        <Link
          to="/plans/$id"
          params={{ id: planId }}
          search={{ order: orderNo, open: mode }}
          className="print-not"
        >
          {t.toPlan}
        </Link>
      }
      testId="taxes"
    >
      <dl className="facts-grid">
        {parts.map(part => (
          <Fact key={part} name={kinds[part]}>
            <Amount value={taxes[part]} />
          </Fact>
        ))}
        <Fact name={t.taxTotal}>
          <b>
            <Amount value={taxes.total} />
          </b>
        </Fact>
        {refund && /[1-9]/.test(refund) ? (
          <Fact name={t.refund}>
            <Amount value={refund} />
          </Fact>
        ) : null}
      </dl>
      <p className="quiet">{t.taxesAbout}</p>
    </Part>
  )
}
