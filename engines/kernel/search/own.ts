import type { Text } from '../text/index.ts'
import { type Findable, recordsOf } from './findable.ts'

/** What of the kernel's own records may be searched: parties and accounts, by those who administer them. */
export const ownFindables: readonly Findable[] = [
  {
    kind: 'party',
    name: { zh: '单位', en: 'Parties' },
    permission: 'kernel.party.read',
    edition: 1,
    ...recordsOf('kernel.party'),
    async read(tx, keys) {
      const rows = await tx.query<{ id: string; name: Text; credit_code: string | null; created_at: Date }>(
        'select id, name, credit_code, created_at from kernel.party where id = any($1::uuid[])',
        [keys],
      )
      return rows.map(({ id, name, credit_code, created_at }) => ({
        key: id,
        number: credit_code ?? undefined,
        title: { zh: name.zh, en: name.en ?? name.zh },
        page: `/admin/parties/${id}`,
        readers: [id],
        at: created_at,
      }))
    },
  },
  {
    kind: 'account',
    name: { zh: '用户', en: 'Users' },
    permission: 'kernel.account.read',
    edition: 1,
    ...recordsOf('kernel.account'),
    async read(tx, keys) {
      const rows = await tx.query<{ id: string; name: Text; login: string; created_at: Date }>(
        'select id, name, login, created_at from kernel.account where id = any($1::uuid[])',
        [keys],
      )
      return rows.map(({ id, name, login, created_at }) => ({
        key: id,
        number: login,
        title: { zh: name.zh, en: name.en ?? name.zh },
        page: `/admin/accounts/${id}`,
        // No party's: whoever administers sees all accounts.
        readers: [id],
        at: created_at,
      }))
    },
  },
]
