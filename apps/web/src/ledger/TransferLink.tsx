import { Link } from '@tanstack/react-router'

/** A transfer by the end of its id; it opens. */
export function TransferLink({ id }: { id: string }) {
  return (
    <Link to="/ledger/transfers/$id" params={{ id }} className="code nowrap" title={id} data-row>
      …{id.slice(-8)}
    </Link>
  )
}
