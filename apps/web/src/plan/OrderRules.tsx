import { Link } from '@tanstack/react-router'
import { Table } from '../list/Table.tsx'
import type { OrderDetail } from '../remote/contracts.ts'
import { ruleColumns } from '../rules/columns.tsx'
import { rulesTexts } from '../rules/rules.texts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { orderTexts } from './order.texts.ts'

/** The rule versions that the order's plan rests on, with their sources. */
export function OrderRules({ rules, date }: { rules: OrderDetail['rules']; date: string }) {
  const t = useTexts(orderTexts)
  const heads = useTexts(rulesTexts)
  const { language } = useLanguage()
  if (rules.length === 0) return null
  return (
    <details className="order-rules" data-testid="order-rules">
      <summary>
        {t.rules} <span className="quiet figures">{rules.length}</span>
      </summary>
      <Table
        label={t.rules}
        columns={ruleColumns(heads, language, date)}
        rows={rules}
        keyOf={rule => `${rule.id} ${rule.from}`}
        isBare
      />
      <p className="order-rules-all">
        <Link to="/rules" search={{ date }}>
          {t.rulesOf(date)} →
        </Link>
      </p>
    </details>
  )
}
