import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import { seal, sm3, unseal } from '../crypto/index.ts'

/*
 * Time-based codes of six digits, a new one each thirty seconds (RFC 6238), by an app on a phone. A code of the step
 * before or after is taken too, for clocks that differ; none is taken twice. Recovery codes open the account where the
 * phone is lost, each once.
 */

/** How a given code stands. */
export type CodeAnswer = 'none' | 'needed' | 'right' | 'wrong'

interface Row extends Record<string, unknown> {
  readonly secret: Buffer
  readonly confirmed: boolean
  readonly lastStep: string
  readonly recovery: readonly Buffer[]
}

const FIND = `
  select secret, confirmed_at is not null as confirmed, last_step as "lastStep", recovery
  from kernel.second_factor where account_id = $1`
const LOCK = `${FIND} for update`
const BEGIN = `
  insert into kernel.second_factor (account_id, secret, begun_at) values ($1, $2, $3)
  on conflict (account_id) do update set secret = excluded.secret, begun_at = excluded.begun_at
  where second_factor.confirmed_at is null`
const CONFIRM = `
  update kernel.second_factor set confirmed_at = $2, last_step = $3, recovery = $4
  where account_id = $1 and confirmed_at is null`
const USE_STEP = 'update kernel.second_factor set last_step = $2 where account_id = $1'
const USE_RECOVERY =
  'update kernel.second_factor set recovery = array_remove(recovery, $2) where account_id = $1'

const RECOVERY_CODES = 10
const STEP_SECONDS = 30
/** Letters and digits that are not mistaken for each other. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Second factors of accounts, their secrets sealed by one key. System scope. */
export class SecondFactors {
  readonly #key: Uint8Array

  constructor(key: Uint8Array) {
    this.#key = key
  }

  /**
   * Begins one; it counts from the first right code on.
   * @returns the secret in base 32 and the address that an app reads from a picture; undefined: the account has one
   */
  async begin(
    work: UnitOfWork,
    account: string,
    login: string,
  ): Promise<{ secret: string; uri: string } | undefined> {
    const secret = new Secret({ size: 20 })
    const begun = await work.execute(BEGIN, [account, seal(this.#key, secret.base32), work.now])
    return begun === 0 ? undefined : { secret: secret.base32, uri: totpOf(secret, login).toString() }
  }

  /** Confirms what was begun. @returns recovery codes, stored nowhere; or why not */
  async confirm(
    work: UnitOfWork,
    account: string,
    code: string,
  ): Promise<readonly string[] | 'none' | 'wrong'> {
    const row = await this.#take(work, account)
    if (!row || row.confirmed) return 'none'
    const step = this.#stepOf(row, code, work.now)
    if (step === undefined) return 'wrong'
    const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode)
    await work.execute(CONFIRM, [account, work.now, step, codes.map(digest)])
    return codes
  }

  /** Judges a code at sign-in, and uses it up. */
  async check(work: UnitOfWork, account: string, code: string | undefined): Promise<CodeAnswer> {
    const row = await this.#take(work, account)
    if (!row?.confirmed) return 'none'
    if (code === undefined) return 'needed'
    const step = this.#stepOf(row, code, work.now)
    if (step !== undefined) {
      await work.execute(USE_STEP, [account, step])
      return 'right'
    }
    const given = digest(code)
    if (!row.recovery.some(each => each.equals(given))) return 'wrong'
    await work.execute(USE_RECOVERY, [account, given])
    return 'right'
  }

  /** How many recovery codes are left; undefined: the account has no second factor. */
  async recoveryLeft(work: UnitOfWork, account: string): Promise<number | undefined> {
    const [row] = await work.query<Row>(FIND, [account])
    return row?.confirmed ? row.recovery.length : undefined
  }

  /** @returns whether there was one */
  async end(work: UnitOfWork, account: string): Promise<boolean> {
    return (await work.execute('delete from kernel.second_factor where account_id = $1', [account])) > 0
  }

  async #take(work: UnitOfWork, account: string): Promise<Row | undefined> {
    const [row] = await work.query<Row>(LOCK, [account])
    return row
  }

  /** The time step whose code it is, if that is later than the last one taken. */
  #stepOf({ secret, lastStep }: Row, code: string, now: Date): number | undefined {
    const token = code.replace(/\s/g, '')
    if (!/^\d{6}$/.test(token)) return undefined
    const totp = totpOf(Secret.fromBase32(unseal(this.#key, secret)), '')
    const delta = totp.validate({ token, window: 1, timestamp: now.getTime() })
    if (delta === null) return undefined
    const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
    return step > Number(lastStep) ? step : undefined
  }
}

/** The code that an app shows at an instant. */
export const codeAt = (secret: string, now: Date): string =>
  totpOf(Secret.fromBase32(secret), '').generate({ timestamp: now.getTime() })

const totpOf = (secret: Secret, login: string): TOTP =>
  new TOTP({ issuer: 'Tongqu', label: login, secret, digits: 6, period: STEP_SECONDS, algorithm: 'SHA1' })

/** Two groups of five letters: some fifty bits. */
function recoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)])
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

const digest = (code: string): Buffer => Buffer.from(sm3(code.replace(/[\s-]/g, '').toUpperCase()), 'hex')
