import type { State } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { partTexts } from './part.texts.ts'

export type PartWords = Texts<typeof partTexts>

/** The colour and shape of an account's state. */
export const accountMark: Readonly<Record<string, State>> = {
  active: 'done',
  invited: 'waits',
  disabled: 'idle',
}

/** Kinds of parties that have a word of their own; a pack may bring others, which are shown as it writes them. */
export const knownKinds = [
  'trader',
  'agent',
  'broker',
  'keeper',
  'office',
  'bank',
  'operator',
  'person',
] as const

export function kindName(kind: string, language: Language): string {
  const entry: { readonly zh: unknown; readonly en: unknown } | undefined = partTexts[kind as 'trader']
  const word = entry?.[language]
  return typeof word === 'string' ? word : kind
}

/** The legal day of an instant. */
export const dayOf = (instant: string): string => dayAndTime(instant).slice(0, 10)

/** The last day of a time that ends at an instant. */
export const lastDayOf = (end: string): string => dayOf(new Date(Date.parse(end) - 1).toISOString())

/** A time in which something is held, in days. */
export function spanOf(from: string, to: string | undefined, t: PartWords): string {
  if (to === undefined) return t.since(dayOf(from))
  return from === to ? t.neverBegan(dayOf(from)) : t.fromTo(dayOf(from), lastDayOf(to))
}
