import type { TSchema } from 'typebox'
import { sm3 } from '../crypto/index.ts'
import type { Tx } from '../db/index.ts'
import { type Actor, NOBODY_PARTY } from '../identity/actor.ts'
import type { IdentityNumbers } from '../identity/identity-numbers.ts'
import { Refusal } from '../refusal/index.ts'
import type { TextParams } from '../text/index.ts'
import type { Definition } from './definition.ts'
import type { Outcome } from './outcome.ts'
import { holdsPersonal, withoutPersonal } from './redact.ts'
import { commandRefusals } from './refusals.ts'

/** A call that is to be done once: the party's key for this command, and what was asked with it. */
export interface OnceOnly {
  readonly party: string
  readonly command: string
  readonly key: string
  readonly body: string
  /** Schema of the answer: what it marks as personal is not stored with it. */
  readonly output: TSchema
}

/**
 * What a call with a key is known by. Nobody's calls have no party and so no keys. A digest of an input that
 * holds personal values is keyed, since that of a short secret could be guessed.
 */
export function onceOnly(
  definition: Definition,
  actor: Actor,
  key: string | undefined,
  input: unknown,
  numbers: IdentityNumbers,
): OnceOnly | undefined {
  if (!key || (!actor.party && !actor.roles.includes('system'))) return undefined
  const digest = sm3(JSON.stringify(input) ?? 'null')
  const body = holdsPersonal(definition.input) ? numbers.hashOf(digest) : digest
  const { name: command, output } = definition
  return { party: actor.party ?? NOBODY_PARTY, command, key, body, output }
}

const LOCK = 'select pg_advisory_xact_lock($1)'
const FIND = `select body_digest, refused, answer from kernel.answer where party_id = $1 and command = $2 and key = $3`
const KEEP = `
  insert into kernel.answer (party_id, command, key, body_digest, refused, answer, at)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::json[], $7::timestamptz[])`

interface Stored {
  body_digest: string
  refused: boolean
  answer: unknown
}

/** Waits for a call in flight with the same key, then gives the answer that is stored, if one is. */
export async function storedAnswer(tx: Tx, once: OnceOnly): Promise<Outcome | undefined> {
  const lock = BigInt.asIntN(64, BigInt(`0x${sm3(`${once.party} ${once.command} ${once.key}`).slice(0, 16)}`))
  await tx.query(LOCK, [lock.toString()])
  const [stored] = await tx.query<Stored & Record<string, unknown>>(FIND, [
    once.party,
    once.command,
    once.key,
  ])
  return stored && replay(stored, once)
}

const FIND_MANY = `
  select w.n, a.body_digest, a.refused, a.answer
  from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as w (n, party_id, command, key)
  join kernel.answer a using (party_id, command, key)`

/** The stored answers of a batch whose writer is the only one; two writers at once meet at the primary key. */
export async function storedAnswers<C extends { readonly once: OnceOnly | undefined }>(
  tx: Tx,
  calls: readonly C[],
): Promise<Map<C, Outcome>> {
  const keyed = calls.filter(call => call.once)
  if (keyed.length === 0) return new Map()
  const column = (pick: (once: OnceOnly) => string) => keyed.map(call => pick(call.once!))
  const rows = await tx.query<Stored & { n: number } & Record<string, unknown>>(FIND_MANY, [
    keyed.map((_, n) => n),
    column(once => once.party),
    column(once => once.command),
    column(once => once.key),
  ])
  return new Map(rows.map(row => [keyed[row.n]!, replay(row, keyed[row.n]!.once!)]))
}

function replay(stored: Stored, once: OnceOnly): Outcome {
  if (stored.body_digest !== once.body)
    return {
      kind: 'refused',
      refusal: commandRefusals.refuse('key.reused', { key: once.key }),
      replayed: false,
    }
  if (!stored.refused) return { kind: 'done', output: stored.answer, replayed: true }
  const { code, params, place } = stored.answer as { code: string; params: TextParams; place?: string }
  return { kind: 'refused', refusal: new Refusal(code, params, place), replayed: true }
}

/** Stores answers for good, beside what they answer for. A secret that was shown once is left out. */
export async function keepAnswers(
  tx: Tx,
  answers: readonly { once: OnceOnly; outcome: Outcome; at: Date }[],
): Promise<void> {
  const columns: unknown[][] = [[], [], [], [], [], [], []]
  for (const { once, outcome, at } of answers) {
    const refused = outcome.kind === 'refused'
    const answer = refused ? outcome.refusal : (withoutPersonal(once.output, outcome.output) ?? null)
    const row = [
      once.party,
      once.command,
      once.key,
      once.body,
      refused,
      JSON.stringify(answer),
      at.toISOString(),
    ]
    for (const [index, value] of row.entries()) columns[index]!.push(value)
  }
  await tx.execute(KEEP, columns)
}
