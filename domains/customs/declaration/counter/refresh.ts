import type { UnitOfWork } from '@tongqu/kernel/command'
import type { NewEvent } from '@tongqu/kernel/event'
import { notify } from '@tongqu/kernel/notice'
import { declarationState, isAwaiting } from '../life/declaration-state.ts'
import * as store from './store.ts'

type MovedDeclaration = Pick<
  store.DeclarationOfRecords,
  'id' | 'number' | 'party_id' | 'plan_id' | 'plan_number' | 'state'
>

/** What is told when a declaration moves; a person is told of what needs one, once a plan (or declaration) and state. */
export function movedEvents(
  { id, number, party_id, plan_id, plan_number, state: from }: MovedDeclaration,
  to: string,
): NewEvent[] {
  if (from === to) return []
  const events: NewEvent[] = [
    { type: 'customs.declaration.moved', record: `customs.declaration/${id}`, data: { number, from, to } },
  ]
  const text = NEEDS_SOMEBODY[to]
  const of =
    plan_number === null
      ? { zh: `申报 ${number} `, en: `the declaration ${number}` }
      : { zh: `方案 ${plan_number} 有申报`, en: `declarations of the plan ${plan_number}` }
  if (text)
    notify(
      { emit: event => void events.push(event) },
      {
        to: { party: party_id },
        cause: `${plan_id === null ? `customs.declaration/${id}` : `customs.plan/${plan_id}`}/${to}`,
        text: { zh: text.zh.replace('{of}', of.zh), en: text.en.replace('{of}', of.en) },
        page: '/declarations',
      },
    )
  return events
}

const NEEDS_SOMEBODY: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  rejected: { zh: '{of}被退单', en: 'Rejected: {of}' },
  failed: { zh: '{of}处理异常', en: 'Could not be processed: {of}' },
  unknown: {
    zh: '{of}发送结果不明',
    en: 'Nobody knows whether they arrived: {of}',
  },
  inspected: { zh: '{of}被布控查验', en: 'Goods are to be inspected: {of}' },
  detained: { zh: '{of}的货物被扣留', en: 'Goods are detained: {of}' },
}

/** Brings the declarations of records, named themselves or by their messages, to the states that these give them. */
export async function refresh(work: UnitOfWork, named: readonly string[]): Promise<void> {
  const declarations = await store.declarationsOf(work.tx, named)
  const rows = declarations.map(declaration => {
    const state = declarationState(declaration.records)
    for (const event of movedEvents(declaration, state)) work.emit(event)
    return { id: declaration.id, state, waiting: isAwaiting(declaration.records) ? work.now : null }
  })
  await store.setStates(work.tx, rows, work.now)
}
