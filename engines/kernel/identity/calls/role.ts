import { type Static, Type } from 'typebox'
import { legalDay, startOfLegalDay } from '../../clock/index.ts'
import { closed, command, type Definition, Id, Instant, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { isRefusal, type Refusal } from '../../refusal/index.ts'
import {
  addMembership,
  administrating,
  heldIn,
  lockAccount,
  lockAdministrators,
  type Period,
  refuseLastAdministrator,
} from '../accounts.ts'
import { identityRefusals } from '../refusals.ts'

const Day = Type.String({ format: 'legal-day', description: 'ISO day, Asia/Shanghai' })
const Holding = closed({ account: Id, party: Id, role: Type.String({ minLength: 1, maxLength: 60 }) })

interface Asked extends Static<typeof Holding> {
  /** First day; absent: from now on. */
  readonly from?: string
  /** Last day; absent: of a grant, until it is taken; of an end, now. */
  readonly to?: string
  /** Of an end: of the time that begins then; absent: of every time not yet over. */
  readonly since?: string
}

type Outputs = readonly { id: string; party: { id: string }; roles: { id: string }[] }[]

/** An account made for the example, and who makes it: the role is granted for that one's own party. */
function holder(login: string) {
  return [
    { call: 'kernel.account.create', input: { login, name: { zh: '示例', en: 'An example' } } },
    { call: 'kernel.session.who', input: {} },
  ]
}
const itsRole = ([made, who]: Outputs) => ({
  account: made!.id,
  party: who!.party.id,
  role: who!.roles[0]!.id,
})

/** Calls that give roles and take them. */
export function roleCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.role.grant',
      summary: { zh: '授予角色', en: 'Grant an account a role for a party' },
      permission: 'kernel.role.grant',
      input: closed({ ...Holding.properties, from: Type.Optional(Day), to: Type.Optional(Day) }),
      output: closed({ granted: Type.Boolean() }),
      refusals: [
        'account.not_found',
        'party.not_found',
        'role.not_found',
        'role.overlaps',
        'role.backdated',
        'role.ends_before',
      ],
      example: { given: holder('grant.me'), input: itsRole },
      handle: (work, input) => grant(work, services, input),
    }),
    command({
      name: 'kernel.role.end',
      summary: { zh: '收回角色', en: 'End a role that an account holds for a party' },
      permission: 'kernel.role.grant',
      input: closed({
        ...Holding.properties,
        to: Type.Optional(Day),
        since: Type.Optional(Type.String({ ...Instant, description: 'Only the time that begins then' })),
      }),
      output: closed({ ended: Type.Literal(true) }),
      refusals: ['role.not_held', 'role.ends_before', 'account.own', 'account.last_administrator'],
      example: {
        given: [...holder('end.me'), { call: 'kernel.role.grant', input: itsRole }],
        input: itsRole,
      },
      handle: (work, input) => end(work, services, input),
    }),
  ]
}

/** Of one who holds it for a time without an end, or grants without days: since ever. */
const covers = (held: { from: Date; to: Date | null }, { from, to }: Period) =>
  held.from <= from && (held.to === null || (to !== undefined && held.to >= to))

async function grant(
  work: UnitOfWork,
  services: HostServices,
  { account, party, role, ...days }: Asked,
): Promise<{ granted: boolean } | Refusal> {
  if (!services.roles.find(role)) return identityRefusals.refuse('role.not_found', { role }, '/role')
  if (!(await lockAccount(work, account))) return identityRefusals.refuse('account.not_found', {}, '/account')
  const open = await work.query('select 1 from kernel.party where id = $1 and closed_at is null', [party])
  if (open.length === 0) return identityRefusals.refuse('party.not_found', {}, '/party')
  const period = periodOf(work.now, days)
  if (isRefusal(period)) return period
  const held = await heldIn(work, account, party, role, period)
  if (held && !covers(held, period)) {
    const [from, to] = [legalDay(held.from), held.to ? lastDay(held.to) : '…']
    return identityRefusals.refuse('role.overlaps', { role, from, to }, '/role')
  }
  work.afterCommit(() => services.who.forget())
  return { granted: await addMembership(work, account, party, role, period) }
}

/** From the beginning of the first day, or from now on; to the end of the last. */
function periodOf(now: Date, { from, to }: Pick<Asked, 'from' | 'to'>): Period | Refusal {
  const today = legalDay(now)
  if (from && from < today) return identityRefusals.refuse('role.backdated', {}, '/from')
  if (to && to < (from ?? today)) return identityRefusals.refuse('role.ends_before', {}, '/to')
  return { from: from && from > today ? startOfLegalDay(from) : now, to: to ? endOf(to) : undefined }
}

const DAY = 86_400_000
const endOf = (day: string) => new Date(startOfLegalDay(day).getTime() + DAY)
const lastDay = (end: Date) => legalDay(new Date(end.getTime() - 1))

const END = `
  update kernel.membership set to_at = greatest(from_at, $4)
  where account_id = $1 and party_id = $2 and role = $3 and (to_at is null or to_at > greatest($4::timestamptz, $5::timestamptz))
    and ($6::timestamptz is null or date_trunc('milliseconds', from_at) = $6)`

async function end(
  work: UnitOfWork,
  services: HostServices,
  { account, party, role, to, since }: Asked,
): Promise<{ ended: true } | Refusal> {
  if (to && to < legalDay(work.now)) return identityRefusals.refuse('role.ends_before', {}, '/to')
  await lockAdministrators(work)
  const until = to ? endOf(to) : work.now
  const ended = await work.execute(END, [account, party, role, until, work.now, since ?? null])
  if (ended === 0) return identityRefusals.refuse('role.not_held', { role })
  const refusal = await refuseLastAdministrator(work, services)
  if (refusal) return refusal
  if (account === work.actor.account && administrating(services).includes(role))
    return identityRefusals.refuse('account.own', {}, '/account')
  const data = { party, role, ...(to && { to: until }) }
  work.emit({ type: 'kernel.role.ended', record: `kernel.account/${account}`, data })
  work.afterCommit(() => services.who.forget())
  return { ended: true }
}
