import { Type } from 'typebox'
import {
  Bilingual,
  closed,
  command,
  type Definition,
  NoInput,
  query,
  type UnitOfWork,
} from '../../command/index.ts'
import { isLoopback } from '../../config/index.ts'
import { sm3 } from '../../crypto/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Text } from '../../text/index.ts'
import { addMembership } from '../accounts.ts'
import { demonstrationPasswords } from '../demonstration-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { identityRefusals } from '../refusals.ts'
import { bilingual } from '../signed-in.ts'
import { Login } from './account.ts'
import { Password } from './password.ts'

const Name = Type.String({ minLength: 1, maxLength: 60 })
const Prepare = closed({
  parties: Type.Array(closed({ id: Name, kind: Name, name: Bilingual })),
  accounts: Type.Array(
    closed({ login: Login, name: Bilingual, party: Name, roles: Type.Array(Name), password: Password }),
  ),
})

/** Whether the installation may have accounts whose passwords are shown to everybody. */
export function isDemonstration({ config }: Pick<HostServices, 'config'>): boolean {
  return config.environment === 'demonstration' && isLoopback(config.host)
}

/** Calls on the ready-made parties and accounts of a demonstration. */
export function demonstrationCalls(services: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.demonstration.accounts',
      summary: { zh: '演示账号', en: 'The accounts of the demonstration' },
      permission: 'public',
      unsafeScope: 'system',
      input: NoInput,
      output: closed({
        accounts: Type.Array(
          closed({ login: Type.String(), password: Password, name: Bilingual, role: Bilingual }),
        ),
      }),
      refusals: ['demonstration.none'],
      example: { input: {} },
      async handle(work) {
        if (!isDemonstration(services)) return identityRefusals.refuse('demonstration.none')
        return { accounts: await shown(work, services) }
      },
    }),
    command({
      name: 'kernel.demonstration.prepare',
      summary: { zh: '准备演示主体与账号', en: "Make the demonstration's parties and accounts" },
      permission: 'kernel.installation.start',
      unsafeScope: 'system',
      input: Prepare,
      output: closed({ accounts: Type.Integer() }),
      refusals: ['demonstration.none', 'role.not_found', 'party.not_found', 'account.login_taken'],
      example: {
        input: {
          parties: [{ id: 'demo-example', kind: 'trader', name: { zh: '示例', en: 'An example' } }],
          accounts: [
            {
              login: 'demo.example',
              name: { zh: '示例', en: 'An example' },
              party: 'demo-example',
              roles: [],
              password: 'shown to everybody',
            },
          ],
        },
      },
      async handle(work, { parties, accounts }) {
        if (!isDemonstration(services)) return identityRefusals.refuse('demonstration.none')
        if (!(await isNew(work, services, { parties, accounts }))) return { accounts: accounts.length }
        for (const { roles } of accounts)
          for (const role of roles)
            if (!services.roles.find(role))
              return identityRefusals.refuse('role.not_found', { role }, '/accounts')
        for (const party of parties) await keepParty(work, party)
        for (const account of accounts) {
          if (!parties.some(each => each.id === account.party))
            return identityRefusals.refuse('party.not_found', {}, '/accounts')
          const id = await keepAccount(work, account)
          if (!id)
            return identityRefusals.refuse('account.login_taken', { login: account.login }, '/accounts')
          for (const role of account.roles) await addMembership(work, id, partyId(account.party), role)
        }
        work.afterCommit(() => services.who.forget())
        return { accounts: accounts.length }
      },
    }),
  ]
}

/** Whether this differs from what was prepared last; notes it if so. */
async function isNew(work: UnitOfWork, services: HostServices, input: unknown): Promise<boolean> {
  const digest = services.identityNumbers.hashOf(sm3(JSON.stringify(input)))
  const changed = await work.execute(
    `insert into kernel.installation as i (name, value, changed_at) values ('demonstration', $1, $2)
     on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at
       where i.value <> excluded.value`,
    [JSON.stringify(digest), work.now],
  )
  return changed > 0
}

/** The id of a demonstration's party is made from its name in the pack, so that it stays the same. */
function partyId(name: string): string {
  const hex = sm3(`demonstration party ${name}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function keepParty(work: UnitOfWork, party: { id: string; kind: string; name: Text }): Promise<void> {
  await work.execute(
    `insert into kernel.party (id, kind, name, demonstration, created_at) values ($1, $2, $3, true, $4)
     on conflict (id) do update set kind = excluded.kind, name = excluded.name`,
    [partyId(party.id), party.kind, JSON.stringify(party.name), work.now],
  )
}

/** Undefined when the login belongs to an account that is not the demonstration's. */
async function keepAccount(
  work: UnitOfWork,
  account: { login: string; name: Text; password: string },
): Promise<string | undefined> {
  const [row] = await work.query<{ id: string }>(
    `insert into kernel.account as a (id, login, name, password_hash, demonstration, created_at)
     values ($1, $2, $3, $4, true, $5)
     on conflict (login) do update set name = excluded.name, password_hash = excluded.password_hash
       where a.demonstration
     returning id`,
    [
      work.newId(),
      account.login.toLowerCase(),
      JSON.stringify(account.name),
      await hashPassword(account.password),
      work.now,
    ],
  )
  return row?.id
}

interface Shown extends Record<string, unknown> {
  readonly login: string
  readonly name: Text
  readonly roles: string[] | null
}

async function shown(work: UnitOfWork, services: HostServices) {
  const passwords = await demonstrationPasswords(services.config.dataDir)
  const rows = await work.query<Shown>(
    `select a.login, a.name, array_agg(m.role order by m.from_at) filter (where m.role is not null) as roles
     from kernel.account a left join kernel.membership m on m.account_id = a.id and (m.to_at is null or m.to_at > $1)
     where a.demonstration and a.disabled_at is null group by a.id, a.login, a.name order by a.id`,
    [work.now],
  )
  return rows.flatMap(({ login, name, roles }) => {
    const password = passwords[login]
    if (!password) return []
    const names = (roles ?? []).map(role => bilingual(services.roles.find(role)?.name ?? { zh: role }))
    const role = {
      zh: names.map(each => each.zh).join('、') || '—',
      en: names.map(each => each.en).join(', ') || '—',
    }
    return [{ login, password, name: bilingual(name), role }]
  })
}
