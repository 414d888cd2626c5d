import { Amount } from '../../part/Amount.tsx'
import type { Standing } from '../../remote/ledger.ts'

interface Props {
  name: string
  of: Standing
  /** Of the closing: what was posted on each side in between. */
  turnover?: { readonly debits: string; readonly credits: string }
}

/** How the account stood before the first line or after the last. */
export function BalanceRow({ name, of, turnover }: Props) {
  return (
    <tr className="balance-row">
      <th scope="row" colSpan={4} data-narrow="title">
        {name}
      </th>
      <td className="num" data-narrow="off">
        {turnover ? <Amount value={turnover.debits} /> : null}
      </td>
      <td className="num" data-narrow="off">
        {turnover ? <Amount value={turnover.credits} /> : null}
      </td>
      <td className="num" data-narrow="off">
        <Amount value={of.held} />
      </td>
      <td className="num" data-narrow="mark">
        <b>
          <Amount value={of.balance} />
        </b>
      </td>
    </tr>
  )
}
