import type { Begun } from '@tongqu/kernel/desk'
import { type Findable, recordsOf } from '@tongqu/kernel/search'
import type { Text } from '@tongqu/kernel/text'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly label: Text
  readonly party_id: string
  readonly unit: Text
  readonly code: string
}

/** Accounts that people have named; those that only stand for a record are found as that record. */
const accounts: Findable = {
  kind: 'ledgerAccount',
  name: { zh: '账户', en: 'Ledger accounts' },
  permission: 'ledger.account.read',
  edition: 1,
  all: 'select account_id::text as key from ledger.account_name where label is not null',
  seen: recordsOf('ledger.account').seen,
  async read(tx, keys) {
    const rows = await tx.query<Row>(
      `select a.id, n.label, a.party_id, u.name as unit, u.code from ledger.account_name n
       join ledger.account a on a.id = n.account_id join ledger.unit u on u.number = a.ledger
       where n.account_id = any($1::uuid[]) and n.label is not null`,
      [keys],
    )
    return rows.map(({ id, label, party_id, unit, code }) => ({
      key: id,
      title: label,
      note: { zh: `${unit.zh}（${code}）`, en: `${unit.en} (${code})` },
      page: `/ledger/accounts/${id}`,
      readers: [party_id],
    }))
  },
}

export const ledgerFindables: readonly Findable[] = [accounts]

export const ledgerBegins: readonly Begun[] = [
  { type: 'ledger.account.opened', kind: 'ledgerAccount', said: { zh: '开户', en: 'Opened' } },
]
