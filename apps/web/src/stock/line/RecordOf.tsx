import { Link } from '@tanstack/react-router'
import { useTexts } from '../../text/language.tsx'
import { lineTexts } from './line.texts.ts'

/** The document that a movement belongs to; it opens. */
export function RecordOf({ record }: { record: { readonly kind: string; readonly id: string } | undefined }) {
  const t = useTexts(lineTexts)
  if (!record) return null
  const { kind, id } = record
  const params = { id }
  if (kind === 'receipt') {
    return (
      <Link to="/stock/receipts/$id" params={params}>
        {t.receipt}
      </Link>
    )
  }
  if (kind === 'transfer') {
    return (
      <Link to="/stock/transfers/$id" params={params}>
        {t.stockTransfer}
      </Link>
    )
  }
  if (kind === 'count') {
    return (
      <Link to="/stock/counts/$id" params={params}>
        {t.count}
      </Link>
    )
  }
  if (kind === 'hold') {
    return (
      <Link to="/stock/holds/$id" params={params}>
        {t.stockHold}
      </Link>
    )
  }
  return <span className="second">{kind}</span>
}
