import type { Host } from '@tongqu/kernel/host'
import type { Actor } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { type DeclarationGround, declarationGround, trader } from '../declaration/testing/ground.ts'
import { exampleGuarantee } from '../guarantee/example.ts'
import { must } from '../testing.ts'
import { SETTLE } from './settle.ts'

const everything = [
  'customs.guarantee.*',
  'customs.book.*',
  'customs.tax.*',
  'ledger.*',
  'customs.declaration.*',
]

export const guarantorParty = '00000000-0000-7000-8000-00000000001b'
/** The customs' side: registers guarantees and books, for everybody. */
export const officer: Actor = {
  ...someone('00000000-0000-7000-8000-00000000001a', everything),
  grants: new Map(everything.map(each => [each, 'office'])),
}
export const guarantor = someone(guarantorParty, everything)

/** An installation with declarations where a test can settle covers. */
export interface CoverGround extends DeclarationGround {
  /** Has the covers settled that are due, and lets out what waited. */
  settle(): Promise<void>
  guarantee(id: string): Promise<{ left: string; held: string; due: string; waiting: number }>
}

export async function coverGround(url: string): Promise<CoverGround> {
  const ground = await declarationGround(url)
  const { host } = ground
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(
      `insert into kernel.party (id, kind, name, created_at)
       select id, 'firm', jsonb_build_object('zh', id::text, 'en', id::text), '2026-01-01' from unnest($1::uuid[]) as n (id)
       on conflict do nothing`,
      [[trader.party, officer.party, guarantor.party]],
    ),
  )
  return {
    ...ground,
    async settle() {
      await host.database.transact({ scope: 'system' }, tx =>
        tx.execute(`select job.enqueue('${SETTLE}', '{}', '${SETTLE}', null, 1)`),
      )
      await host.settle()
      await ground.turn()
    },
    async guarantee(id) {
      const { left, held, due, waiting } = await must<{
        left: string
        held: string
        due: string
        waiting: number
      }>(host, 'customs.guarantee.read', { id }, officer)
      return { left, held, due, waiting }
    },
  }
}

let guarantees = 0

/** A guarantee of the firm that the trader's lists name, at their office. */
export async function registered(
  host: Host,
  amount: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { id } = await must<{ id: string }>(
    host,
    'customs.guarantee.register',
    { ...exampleGuarantee(`BH-${++guarantees}`), code: '4201960001', amount, party: trader.party, ...more },
    officer,
  )
  return id
}

/** What is wrong with the books: nothing. */
export async function faults(host: Host): Promise<unknown> {
  return (await must<{ faults: unknown }>(host, 'ledger.book.verify', {})).faults
}
