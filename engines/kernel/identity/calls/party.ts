import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Id, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Text } from '../../text/index.ts'
import { lockAdministrators, refuseLastAdministrator } from '../accounts.ts'
import { addParty } from '../parties.ts'
import { identityRefusals } from '../refusals.ts'
import { bilingual } from '../signed-in.ts'

const Kind = Type.String({
  pattern: '^[a-z][a-z-]{0,39}$',
  description: 'trader, broker, office, bank, operator …',
})
const Listed = closed({
  id: Id,
  kind: Type.String(),
  name: Bilingual,
  creditCode: Type.Optional(Type.String()),
  demonstration: Type.Boolean(),
  closed: Type.Boolean(),
})

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly kind: string
  readonly name: Text
  readonly creditCode: string | null
  readonly demonstration: boolean
  readonly closed: boolean
}

const LIST = `
  select id, kind, name, credit_code as "creditCode", demonstration, closed_at is not null as closed
  from kernel.party
  where ($1::uuid is null or id > $1) and ($2::text is null or kind = $2)
    and ($3 = '' or position(lower($3) in lower(name::text) || ' ' || lower(coalesce(credit_code, ''))) > 0)
  order by id limit $4`

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
      input: closed({ party: Id }),
      output: closed({ id: Id }),
      refusals: ['party.not_found', 'account.last_administrator'],
      example: {
        given: [
          { call: 'kernel.party.create', input: { kind: 'trader', name: { zh: '示例', en: 'An example' } } },
        ],
        input: ([made]: readonly { id: string }[]) => ({ party: made!.id }),
      },
      async handle(work, { party }) {
        await lockAdministrators(work)
        const closed = await work.execute(
          'update kernel.party set closed_at = $2 where id = $1 and closed_at is null',
          [party, work.now],
        )
        if (closed === 0) return identityRefusals.refuse('party.not_found', {}, '/party')
        const refusal = await refuseLastAdministrator(work, services)
        if (refusal) return refusal
        work.emit({ type: 'kernel.party.closed', record: `kernel.party/${party}`, data: {} })
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
        const rows = await work.query<Pick<Row, 'id' | 'name'>>(NAMES, [parties])
        return { names: rows.map(({ id, name }) => ({ id, name: bilingual(name) })) }
      },
    }),
    query({
      name: 'kernel.party.list',
      summary: { zh: '主体列表', en: 'List parties' },
      permission: 'kernel.party.read',
      input: closed({
        search: Type.Optional(Type.String({ maxLength: 100 })),
        kind: Type.Optional(Kind),
        after: Type.Optional(Id),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      }),
      output: closed({ parties: Type.Array(Listed) }),
      example: { input: { limit: 20 } },
      async handle(work, { search = '', kind = null, after = null, limit = 50 }) {
        const rows = await work.query<Row>(LIST, [after, kind, search, limit])
        return {
          parties: rows.map(({ creditCode, ...row }) => ({
            ...row,
            name: bilingual(row.name),
            ...(creditCode && { creditCode }),
          })),
        }
      },
    }),
  ]
}
