import type { Clock } from '../clock/index.ts'
import type { Config } from '../config/index.ts'
import { sm3 } from '../crypto/index.ts'
import { type Database, Gather, type Tx } from '../db/index.ts'
import type { Language } from '../text/index.ts'
import type { Actor, Channel } from './actor.ts'
import type { Address } from './address.ts'
import type { RoleBook } from './roles.ts'

/** How long a found session may be trusted without asking the database again, milliseconds. */
const TRUSTED_FOR = 10_000
const MOST_REMEMBERED = 10_000
/** Most tokens that one question to the database is about. */
const MOST_ASKED = 500
/** How old the note of a session's or a key's last use may grow before it is written again. */
const SEEN_AGAIN = "interval '1 minute'"

interface Found {
  readonly account: string
  readonly party: string
  readonly roles: readonly string[]
  readonly lacksSecondFactor: boolean
  readonly until: number
}

interface Answer extends Record<string, unknown> {
  readonly hash: string
  readonly account: string
  readonly party: string
  readonly roles: string[] | null
  /** Whether its last use has to be noted. */
  readonly stale: boolean
  /** Of a session: whether a password alone opened it, and its account has nothing more. */
  readonly bare?: boolean
}

const MEMBER = `
  select array_agg(distinct m.role) as roles from kernel.membership m
  where m.account_id = w.account_id and m.party_id = w.party_id and m.from_at <= $2 and (m.to_at is null or m.to_at > $2)`
/** An account that may act: not disabled, its party not closed, and no demonstration's account in production. */
const ABLE = `
  cross join lateral (select * from kernel.account where id = w.account_id limit 1) a
  cross join lateral (select * from kernel.party where id = w.party_id limit 1) p`
const IS_ABLE = 'a.disabled_at is null and (not a.demonstration or $3) and p.closed_at is null'
/*
 * How somebody is identified at an identity provider is the provider's; a demonstration's accounts, whose passwords
 * stand on the sign-in page, could set up no second factor of their own.
 */
const IS_BARE = `
  (w.opened_by is distinct from 'oidc' and not a.demonstration and not exists (
    select 1 from kernel.second_factor f where f.account_id = w.account_id and f.confirmed_at is not null)
    and not exists (select 1 from kernel.passkey k where k.account_id = w.account_id and k.relying_party = $4))`
// In this order and by index alone: token, account, party.
const BY_SESSION = `
  select asked.hash, w.account_id as account, w.party_id as party, (${MEMBER}) as roles,
    w.seen_at < $2::timestamptz - ${SEEN_AGAIN} as stale, ${IS_BARE} as bare
  from unnest($1::text[]) as asked (hash)
  cross join lateral (select * from kernel.session where token_hash = decode(asked.hash, 'hex') limit 1) w ${ABLE}
  where ${IS_ABLE} and w.ended_at is null and w.expires_at > $2 and w.seen_at + w.idle > $2`
const SEEN = 'update kernel.session set seen_at = $2 where token_hash = any($1::bytea[])'
const BY_KEY = `
  select asked.hash, w.account_id as account, w.party_id as party, (${MEMBER}) as roles,
    w.used_at is null or w.used_at < $2::timestamptz - ${SEEN_AGAIN} as stale
  from unnest($1::text[]) as asked (hash)
  cross join lateral (select * from kernel.api_key where key_hash = decode(asked.hash, 'hex') limit 1) w ${ABLE}
  where ${IS_ABLE} and w.revoked_at is null and w.expires_at > $2`
const USED = 'update kernel.api_key set used_at = $2 where key_hash = any($1::bytea[])'

/** API keys begin so; whatever else is a session's token. */
export const API_KEY_PREFIX = 'tq_'

/**
 * Tells whom a token speaks for. What it found is remembered for ten seconds and forgotten at once when this
 * process changes accounts, roles, sessions or keys. Using a session keeps it from growing idle.
 */
export class Who {
  readonly #database: Database
  readonly #clock: Clock
  readonly #roles: RoleBook
  readonly #demonstration: boolean
  readonly #sessions: Gather<string, Found | undefined>
  readonly #keys: Gather<string, Found | undefined>
  readonly #remembered = new Map<string, Found>()
  readonly #address: Address
  /** Counts what was forgotten: an answer asked for before a change is not remembered after it. */
  #generation = 0

  constructor(
    database: Database,
    clock: Clock,
    roles: RoleBook,
    environment: Config['environment'],
    address: Address,
  ) {
    this.#database = database
    this.#clock = clock
    this.#roles = roles
    this.#demonstration = environment === 'demonstration'
    this.#address = address
    const relyingParty = () => this.#address.relyingParty?.id ?? ''
    this.#sessions = new Gather(MOST_ASKED, hashes => this.#ask(BY_SESSION, SEEN, hashes, relyingParty()))
    this.#keys = new Gather(MOST_ASKED, hashes => this.#ask(BY_KEY, USED, hashes))
  }

  /** Undefined when the token is unknown, ended, expired, too long idle or its account disabled. */
  async find(
    token: string,
    language: Language,
    channel: Channel,
    address?: string,
  ): Promise<Actor | undefined> {
    const hash = sm3(token)
    const isKey = token.startsWith(API_KEY_PREFIX)
    const now = this.#clock.now()
    let found = this.#remembered.get(hash)
    if (!found || found.until <= now.getTime()) {
      this.#remembered.delete(hash)
      const generation = this.#generation
      found = await (isKey ? this.#keys : this.#sessions).add(hash)
      if (!found) return undefined
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear()
      if (generation === this.#generation) this.#remembered.set(hash, found)
    }
    const { account, party, roles, lacksSecondFactor } = found
    const session = isKey ? undefined : hash
    const grants = this.#roles.grants(roles)
    return { account, party, roles, grants, language, channel, session, lacksSecondFactor, address }
  }

  forget(): void {
    this.#generation++
    this.#remembered.clear()
  }

  /** Whom tokens speak for, in order; in one transaction however many came at once. */
  async #ask(
    text: string,
    note: string,
    hashes: readonly string[],
    ...more: readonly string[]
  ): Promise<(Found | undefined)[]> {
    const now = this.#clock.now()
    const work = async (tx: Tx) => {
      const rows = await tx.query<Answer>(text, [hashes, now, this.#demonstration, ...more])
      const stale = rows.filter(row => row.stale).map(row => Buffer.from(row.hash, 'hex'))
      if (stale.length > 0) await tx.execute(note, [stale, now])
      return rows
    }
    const answers = await this.#database.transact({ scope: 'system' }, work, { probing: true })
    const until = now.getTime() + TRUSTED_FOR
    const found = new Map(
      answers.map(({ hash, account, party, roles: held, bare = false }) => {
        const roles = held ?? []
        const lacksSecondFactor = bare && this.#roles.requiringSecondFactor(roles) !== undefined
        return [hash, { account, party, roles, lacksSecondFactor, until }]
      }),
    )
    return hashes.map(hash => found.get(hash))
  }
}
