import { type Field, fields } from '../fields.ts'

/** A header without what does not matter: case, spaces, width, the mark of a needed column. */
export function normalHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff_*]/g, '')
}

const names = new Map<string, Field>()
for (const field of fields) {
  for (const name of [field.header, field.zh, ...field.also]) {
    const key = normalHeader(name)
    const other = names.get(key)
    if (other && other !== field) throw new Error(`Header "${name}" names two fields.`)
    names.set(key, field)
  }
}

/** The field that a header names in a flat table. */
export const fieldOfHeader = (header: string): Field | undefined => names.get(normalHeader(header))

/** The field that a property names on one level of the JSON layout: its own name, or any header of it. */
export function fieldOfProperty(level: Field['level'], property: string): Field | undefined {
  const own = fields.find(field => field.level === level && field.name === property)
  if (own) return own
  const named = fieldOfHeader(property)
  return named?.level === level ? named : undefined
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to another. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

/** The known name nearest to an unknown header, if it is near enough to be a slip: a third of its letters. */
export function nearestField(header: string): Field | undefined {
  const unknown = normalHeader(header).slice(0, 40)
  let best: Field | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [name, field] of names) {
    const edits = distance(unknown, name)
    const allowed = Math.max(1, Math.floor(Math.max(name.length, unknown.length) / 3))
    if (edits <= allowed && edits < Math.min(name.length, unknown.length) && edits < least) {
      best = field
      least = edits
    }
  }
  return best
}
