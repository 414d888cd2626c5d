import type { Clock } from '../clock/index.ts'
import { sm3 } from '../crypto/index.ts'
import type { Database, Tx } from '../db/index.ts'
import type { Language } from '../text/index.ts'
import type { Actor, Channel } from './actor.ts'
import type { RoleBook } from './roles.ts'

/** How long a found session may be trusted without asking the database again, milliseconds. */
const TRUSTED_FOR = 10_000
const MOST_REMEMBERED = 10_000

interface Found {
  readonly account: string
  readonly party: string
  readonly roles: readonly string[]
  readonly until: number
}

const MEMBER = `
  select array_agg(distinct m.role) as roles from kernel.membership m
  where m.account_id = w.account_id and m.party_id = w.party_id and m.from_at <= $2 and (m.to_at is null or m.to_at > $2)`
const BY_SESSION = `
  select w.account_id as account, w.party_id as party, (${MEMBER}) as roles
  from kernel.session w join kernel.account a on a.id = w.account_id and a.disabled_at is null
  where w.token_hash = decode($1, 'hex') and w.ended_at is null and w.expires_at > $2`
const BY_KEY = `
  select w.account_id as account, w.party_id as party, (${MEMBER}) as roles
  from kernel.api_key w join kernel.account a on a.id = w.account_id and a.disabled_at is null
  where w.key_hash = decode($1, 'hex') and w.revoked_at is null and w.expires_at > $2`

/** API keys begin so; whatever else is a session's token. */
export const API_KEY_PREFIX = 'tq_'

/**
 * Tells whom a token speaks for. What it found is remembered for ten seconds and forgotten at once when this
 * process changes accounts, roles, sessions or keys.
 */
export class Who {
  readonly #database: Database
  readonly #clock: Clock
  readonly #roles: RoleBook
  readonly #remembered = new Map<string, Found>()

  constructor(database: Database, clock: Clock, roles: RoleBook) {
    this.#database = database
    this.#clock = clock
    this.#roles = roles
  }

  /** Undefined when the token is unknown, ended, expired or its account disabled. */
  async find(token: string, language: Language, channel: Channel): Promise<Actor | undefined> {
    const hash = sm3(token)
    const now = this.#clock.now()
    let found = this.#remembered.get(hash)
    if (!found || found.until <= now.getTime()) {
      found = await this.#ask(token, hash, now)
      if (!found) return undefined
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear()
      this.#remembered.set(hash, found)
    }
    const { account, party, roles } = found
    return { account, party, roles, grants: this.#roles.grants(roles), language, channel }
  }

  forget(): void {
    this.#remembered.clear()
  }

  async #ask(token: string, hash: string, now: Date): Promise<Found | undefined> {
    const statement = token.startsWith(API_KEY_PREFIX) ? BY_KEY : BY_SESSION
    const row = await this.#database.transact({ scope: 'system' }, (tx: Tx) =>
      tx.query<{ account: string; party: string; roles: string[] | null }>(statement, [hash, now]),
    )
    const [first] = row
    return (
      first && {
        account: first.account,
        party: first.party,
        roles: first.roles ?? [],
        until: now.getTime() + TRUSTED_FOR,
      }
    )
  }
}
