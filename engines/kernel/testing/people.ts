import { sm3 } from '../crypto/index.ts'
import type { Host } from '../host/index.ts'
import { EXAMPLE_PASSWORD } from '../identity/calls/password.ts'
import { type Actor, hashPassword } from '../identity/index.ts'

let exampleHash: Promise<string> | undefined

/** Somebody who exists: an account with the example password, a membership of its own party and a session. */
export async function makePerson(
  host: Host,
  who: { readonly login: string; readonly party: string; readonly role: string },
): Promise<Actor> {
  exampleHash ??= hashPassword(EXAMPLE_PASSWORD)
  const password = await exampleHash
  const { login, party, role } = who
  const account = idOf(`account ${login}`)
  const token = `token of ${login}`
  const now = host.clock.now()
  const name = JSON.stringify({ zh: login, en: login })
  await host.database.transact({ scope: 'system' }, async tx => {
    await tx.execute(
      `insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', $2, $3) on conflict do nothing`,
      [party, name, now],
    )
    await tx.execute(
      'insert into kernel.account (id, login, name, password_hash, created_at) values ($1, $2, $3, $4, $5)',
      [account, login, name, password, now],
    )
    await tx.execute(
      'insert into kernel.membership (account_id, party_id, role, from_at) values ($1, $2, $3, $4)',
      [account, party, role, now],
    )
    // Of a role that requires a second factor nobody could do anything without one: here, a passkey that nobody holds.
    if (host.roles.requiringSecondFactor([role]))
      await tx.execute(
        `insert into kernel.passkey
           (id, credential, account_id, name, relying_party, public_key, counter, transports, synced, created_at)
         values ($1, $2, $1, 'example', $3, '', 0, '{}', false, $4)`,
        [account, Buffer.from(login), host.address.relyingParty?.id ?? '', now],
      )
    await tx.execute(
      `insert into kernel.session (token_hash, account_id, party_id, opened_at, expires_at, seen_at, idle)
       values (decode($1, 'hex'), $2, $3, $4, $5, $4, interval '1 day')`,
      [sm3(token), account, party, now, new Date(now.getTime() + 86_400_000)],
    )
  })
  const actor = await host.who.find(token, 'en', 'http')
  if (!actor) throw new Error(`${login} was not let in.`)
  return actor
}

/** A UUID that is always the same for a text. */
export function idOf(text: string): string {
  const hex = sm3(text)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
