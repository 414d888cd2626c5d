import { percent } from '../part/amount.ts'
import { modeLabel } from '../part/modes.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { orderTexts } from './order.texts.ts'
import type { OrderJson } from './order-json.ts'

/** The trader's real question, answered in words: is the special invoice worth its surcharge? */
export function BreakEven({ order }: { order: OrderJson }) {
  const t = useTexts(orderTexts)
  const { language } = useLanguage()
  if (!order.breakEven) return null
  const { between, invoicePremium } = order.breakEven
  const [withInvoice, without] = between.map(mode => modeLabel(mode, language))
  return (
    <p className="break-even" data-testid="break-even">
      {t.breakEven(withInvoice ?? '', without ?? '', percent(invoicePremium))}
    </p>
  )
}
