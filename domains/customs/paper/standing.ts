import type { PaperSource } from '@tongqu/kernel/paper'
import type { Desk } from '../declaration/env.ts'
import { subjectNamed } from './subject.ts'

/** States of a declaration that there is nothing to be declared by any more. */
const GONE: ReadonlySet<string> = new Set(['cancelled', 'withdrawn'])

/**
 * How things stand with papers, by what their records say now: nothing has to be told to a paper for it to be
 * superseded, and so nothing can be forgotten.
 */
export function paperSources(desk: Desk): PaperSource[] {
  const standing: PaperSource['standing'] = async (tx, { record, basis, day }) => {
    const subject = await subjectNamed(tx, desk, record, day)
    if (!subject) return 'superseded'
    if (subject.of === 'record' && GONE.has(subject.declaration.state)) return 'cancelled'
    return subject.basis === basis ? 'current' : 'superseded'
  }
  return ['customs.declaration', 'customs.order'].map(records => ({ records, standing }))
}
