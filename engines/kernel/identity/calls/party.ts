import { Type } from 'typebox'
import {
  Bilingual,
  closed,
  command,
  type Definition,
  Id,
  query,
  type UnitOfWork,
} from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Refusal } from '../../refusal/index.ts'
import type { Text } from '../../text/index.ts'
import { lockAdministrators, refuseLastAdministrator } from '../accounts.ts'
import { addParty } from '../parties.ts'
import { identityRefusals } from '../refusals.ts'
import { bilingual } from '../signed-in.ts'
import { Reason } from './account.ts'

export const Kind = Type.String({
  pattern: '^[a-z][a-z-]{0,39}$',
  description: 'trader, broker, office, bank, operator …',
})
const NAMES = `select id, name from kernel.party where id = any($1::uuid[]) and kind <> 'person' order by id`

/** Calls on parties: the firms, offices and banks that people act for. */
export function partyCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.party.create',
      summary: { zh: '登记主体', en: 'Register a party' },
      permission: 'kernel.party.write',
      input: closed({
        kind: Kind,
        name: Bilingual,
        creditCode: Type.Optional(
          Type.String({
            pattern: '^[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}$',
            description: 'Unified social credit code, GB 32100',
          }),
        ),
      }),
      output: closed({ id: Id }),
      refusals: ['party.code_taken'],
      example: { input: { kind: 'trader', name: { zh: '示例贸易公司', en: 'Example Trading Co.' } } },
      async handle(work, input) {
        const id = await addParty(work, input)
        if (id) return { id }
        return identityRefusals.refuse('party.code_taken', { code: input.creditCode! }, '/creditCode')
      },
    }),
    command({
      name: 'kernel.party.close',
      summary: { zh: '关闭主体，其成员不能再代表它', en: 'Close a party: nobody acts for it any more' },
      permission: 'kernel.party.write',
      input: closed({ party: Id, reason: Reason }),
      output: closed({ id: Id, sessions: Type.Integer(), keys: Type.Integer() }),
      refusals: ['party.not_found', 'party.own', 'account.last_administrator'],
      example: {
        given: [
          { call: 'kernel.party.create', input: { kind: 'trader', name: { zh: '示例', en: 'An example' } } },
        ],
        input: ([made]: readonly { id: string }[]) => ({ party: made!.id, reason: 'It was an example' }),
      },
      handle: (work, { party, reason }) => close(work, services, party, reason),
    }),
    command({
      name: 'kernel.party.reopen',
      summary: { zh: '重新开放已关闭的主体', en: 'Open a party again that was closed' },
      permission: 'kernel.party.write',
      input: closed({ party: Id }),
      output: closed({ id: Id }),
      refusals: ['party.not_found'],
      example: {
        given: [
          { call: 'kernel.party.create', input: { kind: 'trader', name: { zh: '示例', en: 'An example' } } },
        ],
        input: ([made]: readonly { id: string }[]) => ({ party: made!.id }),
      },
      async handle(work, { party }) {
        const [row] = await work.query<{ closed: boolean }>(LOCK, [party])
        if (!row) return identityRefusals.refuse('party.not_found', {}, '/party')
        if (!row.closed) return { id: party }
        await work.execute(REOPEN, [party])
        work.emit({ type: 'kernel.party.reopened', record: `kernel.party/${party}`, data: {} })
        work.afterCommit(() => services.who.forget())
        return { id: party }
      },
    }),
    query({
      name: 'kernel.party.name',
      summary: { zh: '主体名称', en: 'Names of parties' },
      // Whoever holds the id of a party has met it in a record. People are not named to each other by it.
      permission: 'signed-in',
      unsafeScope: 'system',
      input: closed({ parties: Type.Array(Id, { minItems: 1, maxItems: 200 }) }),
      output: closed({ names: Type.Array(closed({ id: Id, name: Bilingual })) }),
      example: {
        given: [
          { call: 'kernel.party.create', input: { kind: 'trader', name: { zh: '示例', en: 'An example' } } },
        ],
        input: ([made]: readonly { id: string }[]) => ({ parties: [made!.id] }),
      },
      async handle(work, { parties }) {
        const rows = await work.query<{ id: string; name: Text }>(NAMES, [parties])
        return { names: rows.map(({ id, name }) => ({ id, name: bilingual(name) })) }
      },
    }),
  ]
}

const LOCK = 'select closed_at is not null as closed from kernel.party where id = $1 for update'
const REOPEN = 'update kernel.party set closed_at = null, closed_reason = null where id = $1'
const CLOSE = `
  update kernel.party set closed_at = $2, closed_reason = $3 where id = $1 and closed_at is null`
const END_SESSIONS = `
  update kernel.session set ended_at = $2 where party_id = $1 and ended_at is null
  returning expires_at > $2 and seen_at + idle > $2 as open`
const REVOKE = `
  update kernel.api_key set revoked_at = $2 where party_id = $1 and revoked_at is null
  returning expires_at > $2 as open`

/** What speaks for the party ends for good: opening it again brings no session and no key back. */
async function close(
  work: UnitOfWork,
  services: HostServices,
  party: string,
  reason: string,
): Promise<{ id: string; sessions: number; keys: number } | Refusal> {
  await lockAdministrators(work)
  const closed = await work.execute(CLOSE, [party, work.now, reason])
  if (closed === 0) return identityRefusals.refuse('party.not_found', {}, '/party')
  const refusal = await refuseLastAdministrator(work, services)
  if (refusal) return refusal
  if (party === work.actor.party) return identityRefusals.refuse('party.own', {}, '/party')
  const [sessions, keys] = [
    await work.query<{ open: boolean }>(END_SESSIONS, [party, work.now]),
    await work.query<{ open: boolean }>(REVOKE, [party, work.now]),
  ].map(rows => rows.filter(({ open }) => open).length) as [number, number]
  const data = { reason, sessions, keys }
  work.emit({ type: 'kernel.party.closed', record: `kernel.party/${party}`, data })
  work.afterCommit(() => services.who.forget())
  return { id: party, sessions, keys }
}
