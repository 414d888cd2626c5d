import type { ParameterSnapshot } from '@tongqu/rules/parameters'
import { isKind, type Kind } from './kinds.ts'

/** What the chosen mode's declaration takes on a day. */
export interface Needed {
  readonly form: string
  readonly kinds: readonly Kind[]
  /** Messages that follow later, such as the monthly summary. */
  readonly later: readonly string[]
  /** Papers that are no messages. */
  readonly papers: readonly string[]
}

/** Modes and forms whose messages can be sent; the rest says that it is not there yet. */
const LISTS: ReadonlySet<string> = new Set(['CEB603', 'CEB621'])

/**
 * The messages of a mode and form by the documents of the day (`documents.export`, `documents.import`).
 * @param planned the documents that the plan named: they say which form of the mode was chosen
 * @returns undefined where no list is among them: this form's declaration cannot be sent yet
 */
export function neededMessages(
  snapshot: ParameterSnapshot,
  direction: 'export' | 'import',
  mode: string,
  planned: readonly string[],
): Needed | undefined {
  const form = formOf(direction, mode, planned)
  const value = snapshot.get(`documents.${direction}`)?.value as
    | Readonly<Record<string, readonly string[]>>
    | undefined
  const documents = value?.[`${mode}.${form}`] ?? value?.[mode]
  if (!documents?.some(name => LISTS.has(name))) return undefined
  return {
    form,
    kinds: documents.filter(isKind),
    later: documents.filter(name => /^CEB\d+$/.test(name) && !isKind(name)),
    papers: documents.filter(name => !/^CEB\d+$/.test(name)),
  }
}

function formOf(direction: string, mode: string, planned: readonly string[]): string {
  if (planned.includes('declaration')) return 'declaration'
  if (direction === 'export' && mode === '9610') return planned.includes('CEB701') ? 'summary' : 'simplified'
  return 'list'
}
