import type { Commands } from '../../remote/calls/index.ts'
import type { GivenField, Obstacle } from '../../remote/declarations.ts'

/** What somebody typed into the fields of a declaration and has not sent: by place, `/fields/port`. */
export type GiveDraft = Readonly<Record<string, string>>

export const isGiveDraft = (value: unknown): value is GiveDraft =>
  typeof value === 'object' && value !== null && Object.values(value).every(each => typeof each === 'string')

/** The place of a field in the command's input; of a line by its number. */
export const placeOf = (name: string, line?: number): string =>
  line === undefined ? `/fields/${name}` : `/lines/${line}/${name}`

/** What a field shows: what was typed, else what stands there. */
export const shownIn = (draft: GiveDraft, place: string, field: GivenField): string =>
  draft[place] ?? (field.isSealed ? '' : (field.value ?? ''))

/** The command's input: only what was typed. */
export function amendment(
  id: string,
  draft: GiveDraft,
  order?: string,
): Commands['customs.declaration.amend']['input'] {
  const fields: Record<string, string> = {}
  const lines: Record<string, Record<string, string>> = {}
  for (const [place, text] of Object.entries(draft)) {
    const [, level, first, second] = place.split('/')
    if (level === 'fields') fields[first!] = text.trim()
    else lines[first!] = { ...lines[first!], [second!]: text.trim() }
  }
  return {
    id,
    ...(order === undefined ? {} : { order }),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(Object.keys(lines).length > 0 ? { lines } : {}),
  }
}

export interface Wanted {
  readonly name: string
  readonly line: number | undefined
  /** Messages that want it. */
  readonly messages: readonly string[]
}

/** What is wanted of the book, each field once, whatever number of messages wants it. */
export function wantedFields(obstacles: readonly Obstacle[]): Wanted[] {
  const found = new Map<string, Wanted>()
  for (const { where, field, line, message } of obstacles) {
    if (where !== 'book' || field === undefined) continue
    const key = placeOf(field, line)
    const messages = new Set([...(found.get(key)?.messages ?? []), message])
    found.set(key, { name: field, line, messages: [...messages] })
  }
  return [...found.values()]
}
