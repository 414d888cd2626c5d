import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import type * as contract from './contract.ts'
import { refresh } from './counter/refresh.ts'
import { markArrived, takeDeclarations } from './counter/store.ts'
import { possible } from './life/states.ts'
import * as recordStore from './record-store.ts'
import { declarationRefusals } from './refusals.ts'
import type { RecordRow } from './rows.ts'
import * as store from './store.ts'
import { notPossible, take } from './taken.ts'

/**
 * Takes it as sent: a person asked the counter, or brought the message there. A message has arrived with all its
 * records, so what it carries of other declarations is taken so too.
 */
export async function arrived(
  work: UnitOfWork,
  { id: name, reason }: Static<typeof contract.Reasoned>,
): Promise<{ readonly id: string; readonly records: number } | Refusal> {
  const found = await store.findDeclaration(work.tx, name)
  if (!found) return declarationRefusals.refuse('declaration.not_found', { id: name }, '/id')
  const before = await recordStore.recordsOf(work.tx, found.id)
  const messages = [...new Set(before.flatMap(({ message_id, state }) => messageOf(message_id, state)))]
  // All that the messages carry, in the order in which everybody locks them.
  await takeDeclarations(work.tx, messages)
  const taken = await take(work, found.id)
  if (isRefusal(taken)) return taken
  const open = taken.records.filter(({ state }) => possible.arrived.has(state))
  if (open.length === 0) return notPossible(taken.declaration, 'arrived')
  await markArrived(work.tx, messages, work.now)
  await refresh(work, messages)
  work.emit({
    type: 'customs.declaration.arrived',
    record: `customs.declaration/${found.id}`,
    data: { number: taken.declaration.number, reason, records: open.length },
  })
  return { id: found.id, records: open.length }
}

const messageOf = (message: string | null, state: RecordRow['state']) =>
  message !== null && possible.arrived.has(state) ? [message] : []
