import { Type } from 'typebox'
import { closed, command, type Definition, Id, Instant, NoInput, query } from '../../command/index.ts'
import { randomToken, sm3 } from '../../crypto/index.ts'
import type { HostServices } from '../../host/services.ts'
import { later, readLimits } from '../limits.ts'
import { identityRefusals } from '../refusals.ts'
import { API_KEY_PREFIX } from '../who.ts'

const Listed = closed({
  id: Id,
  name: Type.String(),
  party: Id,
  createdAt: Instant,
  expiresAt: Instant,
  /** To the minute; absent: never used, or not since the installation notes it. */
  usedAt: Type.Optional(Instant),
  revoked: Type.Boolean(),
})

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly party: string
  readonly created: Date
  readonly expires: Date
  readonly used: Date | null
  readonly revoked: boolean
}

/** Calls on one's own API keys: each speaks for its owner and the party that it was made for. */
export function keyCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.key.create',
      summary: { zh: '新建 API 密钥（只显示一次）', en: 'Make an API key; it is shown once' },
      permission: 'signed-in',
      input: closed({
        name: Type.String({ minLength: 1, maxLength: 100 }),
        days: Type.Integer({ minimum: 1, maximum: 3650 }),
      }),
      output: closed({
        id: Id,
        name: Type.String(),
        expiresAt: Instant,
        key: Type.Optional(
          Type.String({ personal: true, description: 'Shown once; a replayed answer has none' }),
        ),
      }),
      refusals: ['session.needed', 'key.too_long'],
      example: { input: { name: 'nightly upload', days: 90 } },
      async handle(work, { name, days }) {
        const { account, party, session } = work.actor
        if (!account || !party || !session) return identityRefusals.refuse('session.needed')
        const most = (await readLimits(work))['key.length']
        if (days > most) return identityRefusals.refuse('key.too_long', { most }, '/days')
        const key = `${API_KEY_PREFIX}${randomToken()}`
        const id = work.newId()
        const expires = later(work.now, days, 'days')
        await work.execute(
          `insert into kernel.api_key (id, key_hash, name, account_id, party_id, created_at, expires_at)
           values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7)`,
          [id, sm3(key), name, account, party, work.now, expires],
        )
        work.emit({ type: 'kernel.key.created', record: `kernel.key/${id}`, data: { name } })
        return { id, name, expiresAt: expires.toISOString(), key }
      },
    }),
    query({
      name: 'kernel.key.list',
      summary: { zh: '我的 API 密钥', en: 'List your API keys' },
      permission: 'signed-in',
      input: NoInput,
      output: closed({ keys: Type.Array(Listed) }),
      example: { input: {} },
      async handle(work) {
        const rows = await work.query<Row>(
          `select id, name, party_id as party, created_at as created, expires_at as expires, used_at as used,
             revoked_at is not null as revoked
           from kernel.api_key where account_id = $1 order by created_at desc, id limit 500`,
          [work.actor.account ?? null],
        )
        return {
          keys: rows.map(({ created, expires, used, ...row }) => ({
            ...row,
            createdAt: created.toISOString(),
            expiresAt: expires.toISOString(),
            ...(used && { usedAt: used.toISOString() }),
          })),
        }
      },
    }),
    command({
      name: 'kernel.key.revoke',
      summary: { zh: '吊销 API 密钥', en: 'Revoke one of your API keys' },
      permission: 'signed-in',
      input: closed({ key: Id }),
      output: closed({ id: Id }),
      refusals: ['key.not_found'],
      example: {
        given: [{ call: 'kernel.key.create', input: { name: 'to be revoked', days: 1 } }],
        input: ([made]: readonly { id: string }[]) => ({ key: made!.id }),
      },
      async handle(work, { key }) {
        const revoked = await work.execute(
          'update kernel.api_key set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null',
          [key, work.actor.account ?? null, work.now],
        )
        if (revoked === 0) return identityRefusals.refuse('key.not_found', {}, '/key')
        work.emit({ type: 'kernel.key.revoked', record: `kernel.key/${key}`, data: {} })
        work.afterCommit(() => services.who.forget())
        return { id: key }
      },
    }),
  ]
}
