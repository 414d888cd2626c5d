import type { UnitOfWork } from '@tongqu/kernel/command'
import type { NewEvent } from '@tongqu/kernel/event'
import { notify } from '@tongqu/kernel/notice'
import { declarationState, isAwaiting } from '../life/declaration-state.ts'
import * as store from './store.ts'

type MovedDeclaration = Pick<
  store.DeclarationOfRecords,
  'id' | 'number' | 'party_id' | 'plan_id' | 'plan_number' | 'state'
>

/** What is told when a declaration moves; a person is told of what needs one, once a plan and state. */
export function movedEvents(
  { id, number, party_id, plan_id, plan_number, state: from }: MovedDeclaration,
  to: string,
): NewEvent[] {
  if (from === to) return []
  const events: NewEvent[] = [
    { type: 'customs.declaration.moved', record: `customs.declaration/${id}`, data: { number, from, to } },
  ]
  const text = NEEDS_SOMEBODY[to]
  if (text)
    notify(
      { emit: event => void events.push(event) },
      {
        to: { party: party_id },
        cause: `customs.plan/${plan_id}/${to}`,
        text: { zh: text.zh.replace('{plan}', plan_number), en: text.en.replace('{plan}', plan_number) },
        page: '/declarations',
      },
    )
  return events
}

const NEEDS_SOMEBODY: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  rejected: { zh: '方案 {plan} 有申报被退单', en: 'Declarations of the plan {plan} were rejected' },
  failed: { zh: '方案 {plan} 有申报处理异常', en: 'Declarations of the plan {plan} could not be processed' },
  unknown: {
    zh: '方案 {plan} 有申报发送结果不明',
    en: 'Nobody knows whether declarations of the plan {plan} arrived',
  },
  inspected: { zh: '方案 {plan} 有申报被布控查验', en: 'Goods of the plan {plan} are to be inspected' },
  detained: { zh: '方案 {plan} 有货物被扣留', en: 'Goods of the plan {plan} are detained' },
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
