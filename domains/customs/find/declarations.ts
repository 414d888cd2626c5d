import type { Tx } from '@tongqu/kernel/db'
import { type Findable, recordsOf } from '@tongqu/kernel/search'
import { same } from './plans.ts'

interface DeclarationRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly mode: string
  readonly created_at: Date
  readonly orders: string[]
  readonly numbers: string[]
}

/** Of a declaration of many orders so many lead to it; the orders themselves are found as such. */
const READ = `
  select d.id, d.number, d.party_id, d.mode, d.created_at,
    array(select o.order_no from customs.declaration_order o where o.declaration_id = d.id order by o.n limit 5) as orders,
    array(select distinct n from customs.record r cross join lateral unnest(array[r.list_no, r.pre_no, r.window_no]) n
      where r.declaration_id = d.id and n is not null limit 8) as numbers
  from customs.declaration d where d.id = any($1::uuid[])`

export const declarations: Findable = {
  kind: 'declaration',
  name: { zh: '申报', en: 'Declarations' },
  permission: 'customs.declaration.read',
  edition: 1,
  ...recordsOf('customs.declaration'),
  read: async (tx, keys) =>
    (await tx.query<DeclarationRow>(READ, [keys])).map(
      ({ id, number, party_id, mode, created_at, orders, numbers }) => ({
        key: id,
        number,
        numbers: [...orders, ...numbers],
        title: same(orders[0] ?? numbers[0] ?? number),
        note: same([mode, numbers[0]].filter(Boolean).join(' · ')),
        page: `/declarations/${id}`,
        readers: [party_id],
        at: created_at,
      }),
    ),
}

interface Profile {
  readonly dxpId: string
  readonly transmitter: { readonly code: string; readonly name: string }
}

/** Whoever declares, by the names of the firms of its record. */
export const firms: Findable = {
  kind: 'firm',
  name: { zh: '申报主体', en: 'Declarants' },
  permission: 'customs.declarant.read',
  edition: 1,
  ...recordsOf('customs.declarant', 'party_id'),
  read: async (tx, keys) =>
    (await firmRows(tx, keys)).map(({ party_id, profile, changed_at }) => ({
      key: party_id,
      number: profile.transmitter.code,
      numbers: [profile.dxpId],
      title: same(profile.transmitter.name),
      names: namesIn(profile),
      page: '/declarations/declarant',
      readers: [party_id],
      at: changed_at,
    })),
}

function firmRows(tx: Tx, keys: readonly string[]) {
  return tx.query<{ party_id: string; profile: Profile; changed_at: Date }>(
    'select party_id, profile, changed_at from customs.declarant where party_id = any($1::uuid[])',
    [keys],
  )
}

/** Names of the single firms that a declarant works with; lists of them are for its own page. */
function namesIn(profile: Profile): string[] {
  return Object.values(profile).flatMap((part: unknown) =>
    typeof part === 'object' && part !== null && 'name' in part && typeof part.name === 'string'
      ? [part.name]
      : [],
  )
}
