import type { Kind } from './kind.ts'
import type { Text } from './text.ts'

export type Presence = 'required' | 'optional' | 'many'

/** What an element or attribute means, and where that is written. */
export interface Meaning extends Text {
  /** What its filler has to know besides. */
  readonly note?: Text
  /** Source of this member alone, where it is not that of the message. */
  readonly source?: string
}

/** One element (or attribute) of a group: what it holds and how often it stands there. */
export interface Member<Of extends Kind | Group = Kind | Group, P extends Presence = Presence> {
  readonly of: Of
  readonly presence: P
  /** How often it stands there: 1..1, 0..1, or what was said for many. */
  readonly min: number
  readonly max: number
  readonly meaning: Meaning
  /** An attribute of the group's element, not an element. */
  readonly isAttribute: boolean
  /** Its text is written as a CDATA section. */
  readonly isCdata: boolean
}

export type Members = Readonly<Record<string, Member>>

/** Elements in a fixed order under one element. The keys are the names of the elements, as the counter spells them. */
export interface Group<M extends Members = Members> {
  readonly members: M
  /** Read in any order, for what a counter sends whose order is not known for certain; written in this one. */
  readonly isAnyOrder: boolean
  /** Unknown elements are refused, or passed over in what is read. */
  readonly unknown: 'refused' | 'ignored'
}

/** The value of what a member holds: text for a kind, an object for a group. */
export type ValueOf<Of> = Of extends Kind<infer T> ? T : Of extends Group<infer M> ? GroupValue<M> : never

type Flat<T> = { [K in keyof T]: T[K] }
type Names<M extends Members, P extends Presence> = {
  [K in keyof M]: M[K]['presence'] extends P ? K : never
}[keyof M]

/** required → there, optional → there or absent (never ''), many → a list, perhaps empty. */
export type GroupValue<M extends Members> = Flat<
  { readonly [K in Names<M, 'required'>]: ValueOf<M[K]['of']> } & {
    readonly [K in Names<M, 'optional'>]?: ValueOf<M[K]['of']> | undefined
  } & { readonly [K in Names<M, 'many'>]: readonly ValueOf<M[K]['of']>[] }
>

const plain = { isAttribute: false, isCdata: false }

/** It must be there and must not be empty. */
export function required<Of extends Kind | Group>(
  of: Of,
  zh: string,
  en: string,
  more: Omit<Meaning, 'zh' | 'en'> = {},
): Member<Of, 'required'> {
  return { ...plain, of, presence: 'required', min: 1, max: 1, meaning: { zh, en, ...more } }
}

/** It may be there; an empty element reads as an absent one, and an absent one is not written. */
export function optional<Of extends Kind | Group>(
  of: Of,
  zh: string,
  en: string,
  more: Omit<Meaning, 'zh' | 'en'> = {},
): Member<Of, 'optional'> {
  return { ...plain, of, presence: 'optional', min: 0, max: 1, meaning: { zh, en, ...more } }
}

/** It stands there `min` to `max` times, one after the other. */
export function many<Of extends Kind | Group>(
  of: Of,
  bounds: { readonly min: number; readonly max: number },
  zh: string,
  en: string,
  more: Omit<Meaning, 'zh' | 'en'> = {},
): Member<Of, 'many'> {
  return { ...plain, of, presence: 'many', ...bounds, meaning: { zh, en, ...more } }
}

/** The same member as an attribute of the group's element. */
export function attribute<Of extends Kind, P extends 'required' | 'optional'>(
  of: Member<Of, P>,
): Member<Of, P> {
  return { ...of, isAttribute: true }
}

/** The same member, its text written as a CDATA section. It is read either way. */
export function cdata<Of extends Kind, P extends Presence>(of: Member<Of, P>): Member<Of, P> {
  return { ...of, isCdata: true }
}

/** Elements in this order. */
export function group<M extends Members>(
  members: M,
  { isAnyOrder = false, unknown = 'refused' }: Partial<Pick<Group, 'isAnyOrder' | 'unknown'>> = {},
): Group<M> {
  return { members, isAnyOrder, unknown }
}

export const isGroup = (of: Kind | Group): of is Group => 'members' in of
