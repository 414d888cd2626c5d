import { type Static, Type } from 'typebox'
import {
  After,
  Bilingual,
  byPinyin,
  closed,
  type Definition,
  Id,
  Instant,
  type Keyed,
  keyset,
  NoInput,
  query,
  type SortKeys,
  sortOf,
} from '../../command/index.ts'
import { isRefusal } from '../../refusal/index.ts'
import type { Text } from '../../text/index.ts'
import { bilingual } from '../signed-in.ts'
import { Kind } from './party.ts'

/** What lists and the page of a party say of it alike. */
export const PartyHead = closed({
  id: Id,
  kind: Type.String(),
  name: Bilingual,
  creditCode: Type.Optional(Type.String()),
  demonstration: Type.Boolean(),
  closed: Type.Boolean(),
  createdAt: Instant,
  /** Accounts that hold a role for it now. */
  accounts: Type.Integer(),
})

export interface PartyRow extends Record<string, unknown> {
  readonly id: string
  readonly kind: string
  readonly name: Text
  readonly creditCode: string | null
  readonly demonstration: boolean
  readonly closed: boolean
  readonly created: Date
  readonly accounts: number
}

/** The columns of a party `p`; $1 is the time of the call. */
export const PARTY = `
  p.id, p.kind, p.name, p.credit_code as "creditCode", p.demonstration, p.closed_at is not null as closed,
  p.created_at as created, (
    select count(distinct m.account_id)::int from kernel.membership m
    where m.party_id = p.id and m.from_at <= $1 and (m.to_at is null or m.to_at > $1)) as accounts`

export function partyOf({ id, kind, name, creditCode, demonstration, closed, created, accounts }: PartyRow) {
  return {
    ...{ id, kind, name: bilingual(name), demonstration, closed, createdAt: created.toISOString(), accounts },
    ...(creditCode && { creditCode }),
  }
}

const WORDS = `lower(coalesce(p.name->>'zh', '') || ' ' || coalesce(p.name->>'en', '') || ' ' || coalesce(p.credit_code, ''))`
const CONDITIONS = `
  ($2::text is null or p.kind = $2) and ($3 = '' or position($3 in ${WORDS}) > 0)
  and ($4::boolean is null or (p.closed_at is not null) = $4)`
/** What the list may be ordered by. */
const KEYS: SortKeys<'created' | 'name'> = {
  keys: { created: { sql: 'p.created_at', type: 'timestamptz' }, name: byPinyin(`(p.name->>'zh')`) },
  id: { sql: 'p.id', type: 'uuid' },
  usual: '-created',
}

/** One kind after the other by the index, however many parties there are of each. */
const KINDS = `
  with recursive kinds as (
    (select kind from kernel.party order by kind limit 1)
    union all
    select (select p.kind from kernel.party p where p.kind > k.kind order by p.kind limit 1) from kinds k
    where k.kind is not null)
  select kind from kinds where kind is not null`

const ListParties = closed({
  search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name or the credit code' })),
  kind: Type.Optional(Kind),
  closed: Type.Optional(Type.Boolean()),
  sort: sortOf(['created', 'name']),
  after: After,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

/** Calls that list parties. */
export const partyListCalls: readonly Definition[] = [
  query({
    name: 'kernel.party.list',
    summary: { zh: '主体列表', en: 'List parties' },
    permission: 'kernel.party.read',
    input: ListParties,
    output: closed({ parties: Type.Array(PartyHead), next: Type.Optional(Type.String()) }),
    example: { input: { limit: 20 } },
    async handle(work, input: Static<typeof ListParties>) {
      const { search = '', kind = null, closed = null, limit = 50 } = input
      const page = keyset(KEYS, input)
      if (isRefusal(page)) return page
      const values: unknown[] = [work.now, kind, search.trim().toLowerCase(), closed]
      const conditions = [CONDITIONS, ...page.conditions(value => `$${values.push(value)}`)]
      const rows = await work.query<PartyRow & Keyed>(
        `select ${PARTY}, ${page.columns} from kernel.party p
         where ${conditions.join(' and ')} order by ${page.orderBy} limit $${values.push(limit)}`,
        values,
      )
      const next = page.next(rows, limit)
      return { parties: rows.map(partyOf), ...(next !== undefined && { next }) }
    },
  }),
  query({
    name: 'kernel.party.kinds',
    summary: { zh: '已有主体的种类', en: 'Kinds of parties that there are' },
    permission: 'kernel.party.read',
    input: NoInput,
    output: closed({ kinds: Type.Array(Type.String()) }),
    example: { input: {} },
    async handle(work) {
      const rows = await work.query<{ kind: string }>(KINDS)
      return { kinds: rows.map(({ kind }) => kind) }
    },
  }),
]
