import type { Texts } from '../../text/catalogue.ts'
import type { declarantTexts } from './declarant.texts.ts'
import type { ProfileDraft } from './profile-draft.ts'

type T = Texts<typeof declarantTexts>

/** What a part of the record is called. */
export const partName = (t: T, field: keyof ProfileDraft): string => t[field]

const words = (texts: object): string => Object.values(texts).filter(Boolean).join('　')

/** A part of the record in a few lines, as it is compared with another. */
export function partText(t: T, field: keyof ProfileDraft, draft: ProfileDraft): string {
  if (field === 'sends') return draft.sends.map(kind => t[kind as 'CEB311'] ?? kind).join('\n')
  const value = draft[field]
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(words).join('\n') : words(value)
}
