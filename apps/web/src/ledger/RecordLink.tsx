import { Link } from '@tanstack/react-router'

/** The record that an account stands for; it opens where a desk shows such records. */
export function RecordLink({ record }: { record: string }) {
  const [kind, id = ''] = record.split('/')
  if (kind === 'market.receipt') {
    return (
      <Link to="/stock/receipts/$id" params={{ id }}>
        <span className="code">{record}</span>
      </Link>
    )
  }
  if (kind === 'market.line') {
    return (
      <Link to="/stock/lines/$id" params={{ id }}>
        <span className="code">{record}</span>
      </Link>
    )
  }
  if (kind === 'market.article') {
    return (
      <Link to="/stock/articles/$id" params={{ id }}>
        <span className="code">{record}</span>
      </Link>
    )
  }
  return <span className="code">{record}</span>
}
