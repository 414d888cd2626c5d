import { Type } from 'typebox'
import { closed, command, type Definition, Id, NoInput, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { isRefusal } from '../../refusal/index.ts'
import { ALGORITHMS, askPasskey, handleOf, keepPasskey } from '../passkeys.ts'
import { refuseStale } from '../recent.ts'
import { identityRefusals } from '../refusals.ts'
import { endSessions } from '../sessions.ts'
import { bilingual } from '../signed-in.ts'
import { passkeyMade } from './passkey-example.ts'
import { Challenge, Listed, Made, Options, PasskeyName } from './passkey-shapes.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly party: string
  readonly synced: boolean
  readonly made: Date
  readonly used: Date | null
  readonly credential: Buffer
  readonly transports: readonly string[]
}

const LIST = `
  select id, name, relying_party as party, synced, created_at as made, used_at as used, credential, transports
  from kernel.passkey where account_id = $1 order by created_at, id limit 100`
/** Most of one account: nobody carries more about, and a list stays a list. */
const MOST = 20

/** Calls on one's own passkeys. */
export function passkeyCalls(services: HostServices): Definition[] {
  const { address } = services
  const example = passkeyMade(services)
  return [
    query({
      name: 'kernel.passkey.list',
      summary: { zh: '我的通行密钥', en: 'Your passkeys' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      input: NoInput,
      output: closed({ passkeys: Type.Array(Listed) }),
      example: { input: {} },
      async handle(work) {
        const rows = await work.query<Row>(LIST, [work.actor.account ?? null])
        const now = address.relyingParty?.id
        return {
          passkeys: rows.map(({ id, name, party, synced, made, used }) => ({
            passkey: id,
            name,
            synced,
            madeAt: made.toISOString(),
            ...(used && { usedAt: used.toISOString() }),
            ...(party !== now && { madeFor: party }),
          })),
        }
      },
    }),
    command({
      name: 'kernel.passkey.remove',
      summary: {
        zh: '删除我的一个通行密钥，其他会话随即结束',
        en: 'Remove a passkey of yours; your other sessions end',
      },
      permission: 'signed-in',
      beforeSecondFactor: true,
      input: closed({ passkey: Id }),
      output: closed({ removed: Type.Literal(true) }),
      refusals: ['session.needed', 'session.not_recent', 'passkey.not_found'],
      example: {
        given: example.given,
        input: ([, kept]: readonly { id: string }[]) => ({ passkey: kept!.id }),
      },
      async handle(work, { passkey }) {
        const { account, session } = work.actor
        if (!account || !session) return identityRefusals.refuse('session.needed')
        const stale = await refuseStale(work)
        if (stale) return stale
        const removed = await work.execute('delete from kernel.passkey where id = $1 and account_id = $2', [
          passkey,
          account,
        ])
        if (removed === 0) return identityRefusals.refuse('passkey.not_found', {}, '/passkey')
        await endSessions(work, account, session)
        work.emit({ type: 'kernel.passkey.removed', record: `kernel.account/${account}`, data: { passkey } })
        work.afterCommit(() => services.who.forget())
        return { removed: true as const }
      },
    }),
    command({
      name: 'kernel.passkey.begin',
      summary: { zh: '开始登记通行密钥', en: 'Begin a passkey' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      unsafeScope: 'system',
      callsPerMinute: 20,
      input: NoInput,
      output: Options,
      refusals: [
        'session.needed',
        'session.not_recent',
        'demonstration.fixed',
        'passkey.no_address',
        'passkey.too_many',
      ],
      example: { input: {} },
      async handle(work) {
        const { account, session } = work.actor
        if (!account || !session) return identityRefusals.refuse('session.needed')
        const party = address.relyingParty
        if (!party) return identityRefusals.refuse('passkey.no_address')
        const [row] = await work.query<{ login: string; name: object; demonstration: boolean }>(
          'select login, name, demonstration from kernel.account where id = $1',
          [account],
        )
        if (row?.demonstration) return identityRefusals.refuse('demonstration.fixed')
        const stale = await refuseStale(work)
        if (stale) return stale
        const rows = await work.query<Row>(LIST, [account])
        if (rows.length >= MOST) return identityRefusals.refuse('passkey.too_many', { most: MOST })
        return {
          challenge: await askPasskey(work, account),
          rp: { id: party.id, name: '通衢 Tongqu' },
          user: {
            id: handleOf(account),
            name: row!.login,
            displayName: bilingual(row!.name)[work.actor.language],
          },
          pubKeyCredParams: ALGORITHMS.map(alg => ({ type: 'public-key' as const, alg })),
          attestation: 'none' as const,
          authenticatorSelection: {
            residentKey: 'required' as const,
            requireResidentKey: true as const,
            userVerification: 'required' as const,
          },
          excludeCredentials: rows.map(({ credential, transports }) => ({
            id: credential.toString('base64url'),
            type: 'public-key' as const,
            transports: [...transports],
          })),
        }
      },
    }),
    command({
      name: 'kernel.passkey.add',
      summary: {
        zh: '登记刚做好的通行密钥，其他会话随即结束',
        en: 'Keep the passkey that was made; your other sessions end',
      },
      permission: 'signed-in',
      beforeSecondFactor: true,
      unsafeScope: 'system',
      callsPerMinute: 20,
      input: closed({ name: PasskeyName, credential: Made }),
      output: closed({ id: Id }),
      refusals: [
        'session.needed',
        'passkey.no_address',
        'passkey.challenge_spent',
        'passkey.wrong_origin',
        'passkey.not_verified',
        'passkey.taken',
      ],
      example: { given: [example.begun], input: example.made },
      async handle(work, { name, credential }) {
        const { account, session } = work.actor
        if (!account || !session) return identityRefusals.refuse('session.needed')
        const party = address.relyingParty
        if (!party) return identityRefusals.refuse('passkey.no_address')
        // The challenge is used up, whatever comes of it.
        work.unsafeKeepOnRefusal()
        const id = await keepPasskey(work, party, account, name, credential)
        if (isRefusal(id)) return id
        await endSessions(work, account, session)
        work.emit({
          type: 'kernel.passkey.added',
          record: `kernel.account/${account}`,
          data: { passkey: id },
        })
        work.afterCommit(() => services.who.forget())
        return { id }
      },
    }),
    command({
      name: 'kernel.passkey.ask',
      summary: { zh: '取得登录用的通行密钥挑战', en: 'A challenge for signing in by a passkey' },
      permission: 'public',
      unsafeScope: 'system',
      callsPerMinute: 30,
      input: NoInput,
      output: closed({
        challenge: Challenge,
        rpId: Type.String(),
        userVerification: Type.Literal('required'),
      }),
      refusals: ['passkey.no_address'],
      example: { input: {} },
      async handle(work) {
        const party = address.relyingParty
        if (!party) return identityRefusals.refuse('passkey.no_address')
        const challenge = await askPasskey(work, null)
        return { challenge, rpId: party.id, userVerification: 'required' as const }
      },
    }),
  ]
}
