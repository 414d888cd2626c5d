import { type Row, type Scope, type Tx, unsafeInScope } from '../db/index.ts'
import { type Actor, scopeFor } from '../identity/actor.ts'
import type { Text } from '../text/index.ts'
import { EVERYBODY, type Findable, isRecords } from './findable.ts'
import { cut, normal, squeezed } from './normal.ts'
import { CLASSES, NAME, NUMBER, WITHIN, WORD } from './tokens.ts'

/** Something that was found. */
export interface Hit {
  readonly key: string
  readonly number: string | null
  readonly title: Text
  readonly note: Text | null
  readonly page: string
}

export interface FoundKind {
  readonly findable: Findable
  readonly hits: readonly Hit[]
}

interface Candidate extends Hit, Row {
  readonly id: string
  readonly kind: string
  readonly tokens: readonly string[]
  readonly at: Date | null
  /** 0: a number that is the query; after that the class of its token, one more. */
  readonly rank: number
}

const LAST = '\u{10ffff}'
/** Looked at, of a kind and class, so that some are left when what is not to be seen is taken away. */
const DEEP = 24
const HITS = `
  hit as (select entry_id, min(rank) as rank from probe group by entry_id order by 2 limit 400)
  select e.id, e.kind, e.key, e.number, e.title, e.note, e.page, e.tokens, e.at, h.rank
  from hit h join kernel.search_entry e on e.id = h.entry_id order by h.rank, e.at desc nulls last, e.id desc`

/** Numbers are read from the last back, for the newest are asked for; names from the first. */
const probe = (where: string, from: string) => `
  with probe as (
    select t.entry_id, case when c.class = 0 and t.token = $3 then 0 else c.class + 1 end as rank
    from ${from} cross join lateral (
      (select entry_id, token from kernel.search_token where ${where} and c.class <> 0 and token >= $3 and token < $4
       order by token limit $5)
      union all
      (select entry_id, token from kernel.search_token where ${where} and c.class = 0 and token = $3 limit $5)
      union all
      (select entry_id, token from kernel.search_token where ${where} and c.class = 0 and token > $3 and token < $4
       order by token desc limit $5)
    ) t),`
const OWN = `${probe(
  'reader = r.reader and kind = k.kind and class = c.class',
  'unnest($6::uuid[]) r (reader) cross join unnest($1::text[]) k (kind) cross join unnest($2::smallint[]) c (class)',
)} ${HITS}`
const ALL = `${probe(
  'kind = k.kind and class = c.class',
  'unnest($1::text[]) k (kind) cross join unnest($2::smallint[]) c (class)',
)} ${HITS}`

/**
 * Finds what a query means among what the actor may see, kind by kind, the best first: a number that is the query, numbers
 * that begin with it, names, words of them, their pinyin, later signs. Each hit was seen in its own table, in the scope
 * that the actor's permission grants: the index knows no more than row security lets through.
 * @param query as typed, any width and case
 * @param most hits of a kind
 */
export async function find(
  tx: Tx,
  actor: Actor,
  findables: readonly Findable[],
  query: string,
  most: number,
): Promise<readonly FoundKind[]> {
  const scopes = Map.groupBy(
    findables.flatMap(findable => {
      const scope = scopeFor(actor, findable.permission)
      return scope ? [{ findable, scope }] : []
    }),
    ({ scope }) => scope,
  )
  const found: Ranked[] = []
  for (const [scope, group] of scopes) {
    const kinds = group.map(({ findable }) => findable)
    found.push(...(await unsafeInScope(tx, scope, () => inScope(tx, actor, scope, kinds, query, most))))
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ findable, hits }) => ({ findable, hits }))
}

interface Ranked extends FoundKind {
  readonly rank: number
}

async function inScope(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  findables: readonly Findable[],
  query: string,
  most: number,
): Promise<Ranked[]> {
  const candidates = await candidatesFor(
    tx,
    actor,
    scope,
    findables.map(({ kind }) => kind),
    query,
  )
  const found: Ranked[] = []
  for (const findable of findables) {
    const ofKind = candidates.filter(({ kind }) => kind === findable.kind)
    const seen = await seenOf(tx, findable, ofKind)
    const hits = ofKind.filter(({ key }) => seen.has(key)).slice(0, most)
    if (hits[0]) found.push({ findable, hits, rank: hits[0].rank })
  }
  return found
}

async function seenOf(
  tx: Tx,
  findable: Findable,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const keys = candidates.map(({ key }) => key)
  if (!isRecords(findable) || keys.length === 0) return new Set(keys)
  const rows = await tx.query<{ key: string }>(findable.seen, [keys])
  return new Set(rows.map(({ key }) => key))
}

/** A query is looked for as it stands, without what stands between its signs, and word by word. */
async function candidatesFor(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  kinds: readonly string[],
  query: string,
): Promise<readonly Candidate[]> {
  const whole = cut(normal(query))
  const close = cut(squeezed(query))
  const words = whole.split(' ')
  const found = new Map<string, Candidate>()
  const look = async (text: string, isWanted: (each: Candidate) => boolean) => {
    if (text === '') return
    for (const each of await probeFor(tx, actor, scope, kinds, text)) {
      const before = found.get(each.id)
      if (isWanted(each) && (!before || before.rank > each.rank)) found.set(each.id, each)
    }
  }
  await look(whole, () => true)
  if (close !== whole) await look(close, () => true)
  const longest = words.toSorted((a, b) => b.length - a.length)[0]!
  if (words.length > 1)
    await look(longest, ({ tokens }) => words.every(word => tokens.some(token => token.startsWith(word, 1))))
  return [...found.values()].sort((a, b) => a.rank - b.rank)
}

function probeFor(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  kinds: readonly string[],
  text: string,
): Promise<Candidate[]> {
  const classes = /\p{Script=Han}/u.test(text) ? [NUMBER, NAME, WORD, WITHIN] : CLASSES
  const values = [kinds, classes, text, text + LAST, DEEP]
  const readers = [EVERYBODY, ...(actor.party ? [actor.party] : [])]
  return scope === 'own' ? tx.query<Candidate>(OWN, [...values, readers]) : tx.query<Candidate>(ALL, values)
}
