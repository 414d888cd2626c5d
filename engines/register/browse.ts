import type { Tx } from '@tongqu/kernel/db'
import type { RegisterRecord } from './read.ts'

/** A register as it stood: true on a day, as it was believed after a batch. */
export interface Standing {
  /** ISO legal day. */
  readonly day: string
  /** Number of the last batch that counts (`BatchHead.serial`); absent: as believed now. */
  readonly serial?: number
}

export interface Browse extends Standing {
  /** Each must stand somewhere in what a row is found by. */
  readonly words?: readonly string[]
  readonly order?: 'key' | 'name'
  /** Where the page before ended. */
  readonly after?: string
  readonly limit: number
}

/** What holds of `r` on day `day`, as believed after the batch `serial` (a parameter that may be null). */
const stands = (r: string, register: string, day: string, serial: string) => `
  ${r}.register = ${register} and ${r}.true_from <= ${day}::date and (${r}.true_to is null or ${r}.true_to >= ${day}::date)
  and case when ${serial}::bigint is null then ${r}.ended_by is null else
    ${r}.batch_id in (select id from register.batch where register = ${register} and serial <= ${serial}) and
    (${r}.ended_by is null or ${r}.ended_by not in (select id from register.batch where register = ${register} and serial <= ${serial}))
  end`

const MATCHES = `${stands('r', '$1', '$2', '$3')} and r.sought like all ($4::text[])`
const PAGE = `select r.key, r.true_from as from, r.true_to as to, r.data, r.reads from register.record r where ${MATCHES}`
const BY_KEY = `${PAGE} and ($5::text is null or r.key > $5) order by r.key limit $6`
const BY_NAME = `${PAGE} and ($5::text is null or (r.reads collate "C", r.key) > ($5, $6)) order by r.reads collate "C", r.key limit $7`
const COUNT = `select count(*)::int as n from register.record r where ${MATCHES}`

type Found<D> = RegisterRecord<D> & { readonly reads: string }

/** A page of a register; `next` is where the next one begins. */
export async function browse<D>(
  tx: Tx,
  register: string,
  { day, serial, words, order = 'key', after, limit }: Browse,
): Promise<{ records: RegisterRecord<D>[]; next?: string }> {
  const given = [register, day, serial ?? null, patterns(words)]
  const [reads, key] = after?.split('\t') ?? []
  const rows =
    order === 'key'
      ? await tx.query<Found<D>>(BY_KEY, [...given, after ?? null, limit + 1])
      : await tx.query<Found<D>>(BY_NAME, [...given, reads ?? null, key ?? '', limit + 1])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    records: page.map(({ reads: _, ...record }) => record),
    ...(rows.length > limit && last && { next: order === 'key' ? last.key : `${last.reads}\t${last.key}` }),
  }
}

/** How many rows `browse` would give in all. */
export async function countRows(tx: Tx, register: string, { day, serial, words }: Browse): Promise<number> {
  const [row] = await tx.query<{ n: number }>(COUNT, [register, day, serial ?? null, patterns(words)])
  return row!.n
}

const patterns = (words: readonly string[] = []): string[] =>
  words.map(word => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`)

// The days that a row's data repeat are no difference: that it goes on for longer changes nothing it says.
const SIDES = `
  with a as (select r.key, r.true_from as from, r.true_to as to, r.data from register.record r where ${stands('r', '$1', '$2', '$3')}),
    b as (select r.key, r.true_from as from, r.true_to as to, r.data from register.record r where ${stands('r', '$1', '$4', '$5')}),
    differing as (
      select coalesce(a.key, b.key) as key,
        case when a.key is null then 'added' when b.key is null then 'ended' else 'changed' end as kind,
        a.from as a_from, a.to as a_to, a.data as a_data, b.from as b_from, b.to as b_to, b.data as b_data
      from a full join b on a.key = b.key where a.key is null or b.key is null or a.data - '{from,to}'::text[] <> b.data - '{from,to}'::text[]
    )`
const COUNTS = `${SIDES} select kind, count(*)::int as n from differing group by kind`
const CHANGES = `${SIDES} select * from differing
  where ($6::text is null or kind = $6) and ($7::text is null or key > $7) order by key limit $8`

/** One key that two standings of a register say different things of. */
export interface Difference<D> {
  readonly kind: 'added' | 'changed' | 'ended'
  readonly key: string
  readonly before?: Omit<RegisterRecord<D>, 'key'>
  readonly after?: Omit<RegisterRecord<D>, 'key'>
}

export interface Compare {
  readonly a: Standing
  readonly b: Standing
}

const sides = (register: string, { a, b }: Compare) => [
  register,
  a.day,
  a.serial ?? null,
  b.day,
  b.serial ?? null,
]

/** How many keys were added, changed and ended from the one standing to the other. */
export async function countDifferences(
  tx: Tx,
  register: string,
  compare: Compare,
): Promise<Record<Difference<unknown>['kind'], number>> {
  const rows = await tx.query<{ kind: Difference<unknown>['kind']; n: number }>(
    COUNTS,
    sides(register, compare),
  )
  return { added: 0, changed: 0, ended: 0, ...Object.fromEntries(rows.map(({ kind, n }) => [kind, n])) }
}

interface Both<D> extends Record<string, unknown> {
  readonly key: string
  readonly kind: Difference<D>['kind']
  readonly a_from: string | null
  readonly a_to: string | null
  readonly a_data: D
  readonly b_from: string | null
  readonly b_to: string | null
  readonly b_data: D
}

/** A page of the differences, in the order of keys, after one of them. */
export async function differences<D>(
  tx: Tx,
  register: string,
  compare: Compare & {
    readonly kind?: Difference<D>['kind']
    readonly after?: string
    readonly limit: number
  },
): Promise<Difference<D>[]> {
  const { kind, after, limit } = compare
  const rows = await tx.query<Both<D>>(CHANGES, [
    ...sides(register, compare),
    kind ?? null,
    after ?? null,
    limit,
  ])
  return rows.map(({ kind, key, a_from, a_to, a_data, b_from, b_to, b_data }) => ({
    kind,
    key,
    ...(a_from !== null && { before: { from: a_from, to: a_to, data: a_data } }),
    ...(b_from !== null && { after: { from: b_from, to: b_to, data: b_data } }),
  }))
}
