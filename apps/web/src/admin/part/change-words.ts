import { dayAndTime } from '../../part/time.ts'
import type { Answer } from '../../remote/contracts.ts'
import { inLanguage, type Language, type Texts } from '../../text/catalogue.ts'
import { happened } from './changes.texts.ts'
import { dayOf, lastDayOf } from './words.ts'

export type Change = Answer<'kernel.account.history'>['changes'][number]
type Words = Texts<typeof happened>
type Data = Readonly<Record<string, unknown>>

interface Names {
  readonly roleName: (id: string) => string
  readonly partyName: (id: string) => string
}

const text = (data: Data, key: string): string => (data[key] === undefined ? '' : String(data[key]))

/** A change in words; one that has none here is told by its type in the audit. */
export function changeWords(
  { type, data }: Pick<Change, 'type' | 'data'>,
  language: Language,
  names: Names,
): string {
  const t = inLanguage(happened, language)
  const given = (data ?? {}) as Data
  if (type === 'kernel.role.granted' || type === 'kernel.role.ended') {
    return t[type](
      names.roleName(text(given, 'role')),
      names.partyName(text(given, 'party')),
      daysOf(given, t),
    )
  }
  if (type === 'kernel.account.disabled' || type === 'kernel.party.closed') return t[type](endedOf(given, t))
  if (type === 'kernel.account.invited') return t[type](dayAndTime(text(given, 'expiresAt')))
  if (type === 'kernel.key.created') return t[type](text(given, 'name'))
  if (type === 'kernel.session.acted') return t[type](names.partyName(text(given, 'party')))
  if (type === 'kernel.session.opened' || type === 'kernel.session.refused') {
    const address = text(given, 'address')
    return t[type](address && (language === 'zh' ? `，来自 ${address}` : ` from ${address}`))
  }
  if (type === 'kernel.limit.changed') return t[type](text(given, 'before'), text(given, 'value'))
  const word: unknown = t[type as 'reason']
  return typeof word === 'string' ? word : type
}

function daysOf(data: Data, t: Words): string {
  const [from, to] = [text(data, 'from'), text(data, 'to')]
  return (from && t.from(dayOf(from))) + (to && t.to(lastDayOf(to)))
}

function endedOf(data: Data, t: Words): string {
  const [sessions, keys] = [text(data, 'sessions'), text(data, 'keys')]
  const isAny = Number(sessions) > 0 || Number(keys) > 0
  const reason = text(data, 'reason')
  return (isAny ? t.ended(sessions, keys) : '') + (reason && t.reason(reason))
}
