import type { DeclarationRead } from '../../remote/declarations.ts'

export type Act = 'resend' | 'withdraw' | 'cancel' | 'return' | 'decide'

/**
 * Which acts a page offers. It offers what makes sense by the states that the server tells; whether an act is possible
 * the server decides (`life/states.ts`).
 */
export function actsOf({
  state,
  records,
  form,
}: Pick<DeclarationRead, 'state' | 'records' | 'form'>): ReadonlySet<Act> {
  const acts = new Set<Act>()
  const has = (...states: string[]) => records.some(record => states.includes(record.state))
  if (has('unknown')) acts.add('decide')
  if (has('unknown', 'sent', 'sending', 'failed')) acts.add('resend')
  if (state === 'draft' || state === 'waiting') acts.add('withdraw')
  const list = records.find(record => record.role === 'list')
  const isAsked = (role: string) =>
    records.some(record => record.role === role && record.state !== 'rejected' && record.state !== 'failed')
  // Only these are cancelled by a message; of the others a person does it where they were declared.
  if (
    list &&
    ['CEB603', 'CEB621'].includes(list.kind) &&
    ['declared', 'manual_review', 'approved', 'inspected', 'released'].includes(list.state) &&
    !isAsked('cancel')
  )
    acts.add('cancel')
  if (
    list?.kind === 'CEB621' &&
    ['released', 'concluded'].includes(list.state) &&
    form === 'list' &&
    !isAsked('return')
  )
    acts.add('return')
  return acts
}
