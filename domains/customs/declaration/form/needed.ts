import type { ParameterSnapshot } from '@tongqu/rules/parameters'
import { isKind, type Kind, kindOf } from './kinds.ts'

/** What the chosen mode's declaration takes on a day. */
export interface Needed {
  readonly form: string
  readonly kinds: readonly Kind[]
  /** Messages that follow later, such as the monthly summary. */
  readonly later: readonly string[]
  /** Papers that are no messages. */
  readonly papers: readonly string[]
}

/** The message that a document of the pack is, where it has another name. */
const MESSAGES: Readonly<Record<string, Kind>> = { declaration: 'DecMessage' }

/** The message of this domain that a document is; undefined: it is a paper, or is made from something else. */
function kindOfDocument(name: string): Kind | undefined {
  const kind = MESSAGES[name] ?? name
  return isKind(kind) && kindOf(kind).make ? kind : undefined
}

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
  const kinds = documents?.flatMap(name => kindOfDocument(name) ?? []) ?? []
  if (!documents || !kinds.some(kind => kindOf(kind).role === 'list')) return undefined
  const others = documents.filter(name => kindOfDocument(name) === undefined)
  const isMessage = (name: string) => /^CEB\d+$/.test(name)
  return {
    form,
    kinds,
    later: others.filter(isMessage),
    papers: others.filter(name => !isMessage(name)),
  }
}

function formOf(direction: string, mode: string, planned: readonly string[]): string {
  if (planned.includes('declaration')) return 'declaration'
  if (direction === 'export' && mode === '9610') return planned.includes('CEB701') ? 'summary' : 'simplified'
  return 'list'
}
