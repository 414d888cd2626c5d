import { Link } from '@tanstack/react-router'
import { RuleName } from '../part/RuleName.tsx'
import { Scroll } from '../part/Scroll.tsx'
import { Strength } from '../part/Strength.tsx'
import { valueLines } from '../part/value.ts'
import type { OrderDetail } from '../remote/contracts.ts'
import { useTexts } from '../text/language.tsx'
import { orderTexts } from './order.texts.ts'

/** The rule versions that the order's plan rests on, with their sources. */
export function OrderRules({ rules, date }: { rules: OrderDetail['rules']; date: string }) {
  const t = useTexts(orderTexts)
  if (rules.length === 0) return null
  return (
    <details className="order-rules" data-testid="order-rules">
      <summary>
        {t.rules} <span className="quiet figures">{rules.length}</span>
      </summary>
      <Scroll label={t.rules}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t.rule}</th>
              <th scope="col">{t.value}</th>
              <th scope="col">{t.since}</th>
              <th scope="col">{t.source}</th>
              <th scope="col">{t.strength}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(rule => (
              <tr key={`${rule.id} ${rule.from}`}>
                <td className="order-rule-id">
                  <RuleName rule={rule} />
                </td>
                <td className="figures order-rule-value">{valueLines(rule.value).join('\n')}</td>
                <td className="figures nowrap">
                  {rule.from}
                  {rule.to ? ` – ${rule.to}` : ' –'}
                </td>
                <td className="order-rule-source">{rule.source}</td>
                <td>
                  <Strength of={rule.strength} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="order-rules-all">
        <Link to="/rules" search={{ date }}>
          {t.rulesOf(date)} →
        </Link>
      </p>
    </details>
  )
}
