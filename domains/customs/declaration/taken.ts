import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { askTurn } from './counter/ask.ts'
import { declarationState, isAwaiting } from './life/declaration-state.ts'
import type { Act } from './life/states.ts'
import * as recordStore from './record-store.ts'
import { declarationRefusals } from './refusals.ts'
import type { DeclarantRow, DeclarationRow, RecordRow } from './rows.ts'
import * as store from './store.ts'

/* A declaration in hand: read and held with its records, changed, and brought to the state that these give it. */

const refuse = declarationRefusals.refuse

export interface Taken {
  readonly declaration: DeclarationRow
  readonly records: readonly RecordRow[]
  readonly declarant: DeclarantRow
}

export async function take(work: UnitOfWork, id: string): Promise<Taken | Refusal> {
  const declaration = await store.takeDeclaration(work.tx, id)
  if (!declaration) return refuse('declaration.not_found', { id }, '/id')
  const declarant = await store.declarantOf(work.tx, declaration.party_id)
  if (!declarant) return refuse('declaration.no_declarant')
  // Whoever takes one in hand changes it, or is refused and tells nothing: by this its history finds who did what.
  work.emit({
    type: 'customs.declaration.taken',
    record: `customs.declaration/${declaration.id}`,
    data: { number: declaration.number },
  })
  return { declaration, declarant, records: await recordStore.takeRecords(work.tx, declaration.id) }
}

const ACTS: Readonly<Record<Act, readonly [zh: string, en: string]>> = {
  submit: ['提交', 'submitted'],
  resend: ['重发', 'sent again'],
  arrived: ['视为已送达', 'taken as arrived'],
  correct: ['改正', 'corrected'],
  withdraw: ['撤回', 'withdrawn'],
  cancel: ['撤销', 'cancelled'],
  return: ['退货', 'returned'],
}

export function notPossible({ number, state }: DeclarationRow, act: Act): Refusal {
  const [actZh, en] = ACTS[act]
  return refuse('declaration.not_possible', { number, state, act: en, actZh })
}

/** Brings a declaration to the state of its records, and has them sent. */
export async function settle(work: UnitOfWork, declaration: DeclarationRow): Promise<void> {
  const records = await recordStore.recordsOf(work.tx, declaration.id)
  const state = declarationState(records)
  const waiting = isAwaiting(records) ? (declaration.waiting_since ?? work.now) : null
  await store.setState(work.tx, declaration.id, { state, at: work.now, waiting })
  if (state !== declaration.state)
    work.emit({
      type: 'customs.declaration.moved',
      record: `customs.declaration/${declaration.id}`,
      data: { number: declaration.number, from: declaration.state, to: state },
    })
  await askTurn(work)
}
