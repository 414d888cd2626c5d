import type { Tx } from '@tongqu/kernel/db'

/* SQL of what proves a declaration. System scope: who may ask is decided before. */

export interface ProvenDeclaration extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly mode: string
  readonly form: string
  readonly direction: string
  readonly day: string
  readonly created_at: Date
  readonly state: string
  readonly state_at: Date
  readonly is_contradicted: boolean
  readonly held: unknown
  readonly given: unknown
}

export async function declarationNamed(tx: Tx, name: string): Promise<ProvenDeclaration | undefined> {
  const [row] = await tx.query<ProvenDeclaration>(
    `select id, number, party_id, mode, form, direction, day, created_at, state, state_at, is_contradicted, held, given
     from customs.declaration where id::text = $1 or number = $1`,
    [name],
  )
  return row
}

export interface ProvenMessage extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string | null
  readonly direction: 'out' | 'in'
  readonly kind: string
  readonly name: string
  readonly sm3: string
  readonly bytes: string
  readonly records: number
  /** Of these, how many are this declaration's. */
  readonly own: number
  readonly created_at: Date
  readonly done_at: Date | null
  readonly state: string
  readonly signature: unknown
  readonly verification: unknown
}

const MESSAGE = `m.id, m.party_id, m.direction, m.kind, m.name, m.sm3, m.bytes, m.records, m.created_at, m.done_at, m.state,
  m.signature, m.verification`

const MESSAGES = `
  with r as (select id, kind, key, party_id from customs.record where declaration_id = $1),
  carried as (select l.message_id as id, count(*)::int as own from customs.message_record l join r on r.id = l.record_id
    group by l.message_id),
  said as (
    select c.message_id as id from customs.receipt c join r on r.id = c.record_id
    union select h.message_id from customs.receipt_held h join r on h.kind = r.kind and h.key = r.key
      and h.party_id = r.party_id
    union select b.message_id from customs.tax_bill b where b.declaration_id = $1)
  select ${MESSAGE}, coalesce(c.own, 0) as own from customs.message m left join carried c on c.id = m.id
  where m.id in (select id from carried union select id from said)
  order by m.created_at, m.id`

/** Every message that carried a record of the declaration or answered one, in the order of their coming. */
export function messagesOf(tx: Tx, declaration: string): Promise<ProvenMessage[]> {
  return tx.query<ProvenMessage>(MESSAGES, [declaration])
}

const RECEIPTS = `
  select r.kind, r.key, c.status, c.time, c.info, c.message_id as message, c.received_at as "receivedAt", c.copies,
    c.is_late as "isLate", null::text as "heldFor"
  from customs.receipt c join customs.record r on r.id = c.record_id where r.declaration_id = $1
  union all
  select h.kind, h.key, h.status, h.time, h.info, h.message_id, h.held_at, 1, false, h.reason
  from customs.receipt_held h join customs.record r on h.kind = r.kind and h.key = r.key and h.party_id = r.party_id
  where r.declaration_id = $1
  order by "receivedAt", time, kind, status`

export interface ProvenReceipt extends Record<string, unknown> {
  readonly kind: string
  readonly key: string
  readonly status: string
  readonly time: string
  readonly message: string
}

export function receiptsOf(tx: Tx, declaration: string): Promise<ProvenReceipt[]> {
  return tx.query<ProvenReceipt>(RECEIPTS, [declaration])
}

export interface ProvenPlan extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly file: string
  readonly ruleset_digest: string | null
  readonly packs: readonly { readonly id: string; readonly digest: string }[] | null
}

const PLAN = `
  select id, number, name, file, kind, date, fx, ruleset_id, ruleset_digest, packs, rates, editions, created_at, finished_at
  from customs.plan where id = $1`

export async function planOf(tx: Tx, id: string): Promise<ProvenPlan> {
  const [row] = await tx.query<ProvenPlan>(PLAN, [id])
  return row!
}

export interface ProvenOrder extends Record<string, unknown> {
  readonly plan_id: string
  readonly order_no: string
  readonly decision: { readonly modes: readonly { readonly rules: readonly { readonly id: string }[] }[] }
}

const ORDERS = `
  select o.plan_id, o.order_no, o.position, o.shipment, o.direction, o.channel, o.country, o.chosen, o.input, o.places,
    o.decision, o.overridden
  from customs.declaration_order d join customs.plan_order o on o.plan_id = d.plan_id and o.order_no = d.order_no
  where d.declaration_id = $1 order by d.n`

/** The orders that a declaration covers, as they were planned. */
export function ordersOf(tx: Tx, declaration: string): Promise<ProvenOrder[]> {
  return tx.query<ProvenOrder>(ORDERS, [declaration])
}

export interface RulesOfPack extends Record<string, unknown> {
  readonly id: string
  readonly digest: string
  readonly files: Readonly<Record<string, string>>
}

const RULE_FILES = `(select json_object_agg(f.key, f.value) from json_each_text(p.files) f where f.key like 'rules/%') as files`

/** Rules of packs by their digests; one that was never applied is left out. */
export function rulesByDigest(tx: Tx, digests: readonly string[]): Promise<RulesOfPack[]> {
  return tx.query<RulesOfPack>(
    `select distinct on (p.id, p.digest) p.id, p.digest, ${RULE_FILES} from kernel.pack p where p.digest = any($1)`,
    [digests],
  )
}

/** Rules of packs as they were applied at an instant. */
export function rulesAt(tx: Tx, packs: readonly string[], at: Date): Promise<RulesOfPack[]> {
  return tx.query<RulesOfPack>(
    `select distinct on (p.id) p.id, p.digest, ${RULE_FILES} from kernel.pack p where p.id = any($1) and p.applied_at <= $2
     order by p.id, p.applied_at desc, p.run desc`,
    [packs, at],
  )
}

/** Names of accounts, for who did what. */
export async function namesOf(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.query<{ id: string; login: string; name: unknown }>(
    'select id, login, name from kernel.account where id = any($1::uuid[])',
    [accounts],
  )
  return new Map(rows.map(({ id, login, name }) => [id, { login, name }]))
}
