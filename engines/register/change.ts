/** A record as the register holds it now. */
export interface HeldRecord {
  readonly id: string
  readonly key: string
  /** ISO legal day, included. */
  readonly from: string
  /** ISO legal day, included; null: open. */
  readonly to: string | null
  /** Canonical JSON of its data. */
  readonly data: string
}

/** A record as an import brings it. */
export interface IncomingRecord {
  readonly key: string
  readonly from: string
  readonly to: string | null
  /** Canonical JSON of its data. */
  readonly data: string
}

export interface RegisterChange {
  /** Ids of records that are not believed any more as they stand. */
  readonly end: readonly string[]
  readonly add: readonly IncomingRecord[]
  readonly unchanged: number
}

/** Legal days, both included; null: open. */
export interface Days {
  readonly from: string
  readonly to: string | null
}

/**
 * What an import changes. An incoming record replaces what was true of its key on its days; what was true
 * before or after those days stays true. With `whole` the import is the whole register on those days: keys
 * that it does not bring are not true on them any more.
 */
export function changeOf(
  held: readonly HeldRecord[],
  incoming: readonly IncomingRecord[],
  whole?: Days,
): RegisterChange {
  const byKey = new Map<string, HeldRecord[]>()
  for (const record of held) byKey.set(record.key, [...(byKey.get(record.key) ?? []), record])
  const end: string[] = []
  const add: IncomingRecord[] = []
  let unchanged = 0
  for (const [key, group] of grouped(incoming)) {
    const before = byKey.get(key) ?? []
    byKey.delete(key)
    for (const record of before) {
      const same = group.findIndex(each => isSame(record, each, whole))
      if (same >= 0) {
        unchanged++
        group.splice(same, 1)
      } else if (group.some(each => overlap(record, each)) || (whole && overlap(record, whole))) {
        end.push(record.id)
        add.push(...remains(record, group, whole))
      }
    }
    add.push(...group)
  }
  if (whole)
    for (const record of [...byKey.values()].flat().filter(each => overlap(each, whole))) {
      end.push(record.id)
      add.push(...remains(record, [], whole))
    }
  return { end, add, unchanged }
}

function grouped(incoming: readonly IncomingRecord[]): Map<string, IncomingRecord[]> {
  const groups = new Map<string, IncomingRecord[]>()
  for (const record of incoming) {
    const group = groups.get(record.key)
    if (group) group.push(record)
    else groups.set(record.key, [record])
  }
  return groups
}

/** The incoming record says nothing new: same data, and its days are true already. */
function isSame(held: HeldRecord, incoming: IncomingRecord, whole?: Days): boolean {
  if (held.data !== incoming.data || held.to !== incoming.to) return false
  return held.from === incoming.from || (whole?.from === incoming.from && held.from < incoming.from)
}

function overlap(a: Days, b: Days): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)
}

/** The days of a held record that the incoming ones leave true. */
function remains(record: HeldRecord, incoming: readonly IncomingRecord[], whole?: Days): IncomingRecord[] {
  let pieces: IncomingRecord[] = [{ key: record.key, from: record.from, to: record.to, data: record.data }]
  const cuts: Days[] = whole ? [...incoming, whole] : [...incoming]
  for (const cut of cuts) pieces = pieces.flatMap(piece => without(piece, cut))
  return pieces
}

function without(piece: IncomingRecord, cut: Days): IncomingRecord[] {
  if (!overlap(piece, cut)) return [piece]
  const left = piece.from < cut.from ? [{ ...piece, to: dayAfter(cut.from, -1) }] : []
  const right =
    cut.to !== null && (piece.to === null || piece.to > cut.to)
      ? [{ ...piece, from: dayAfter(cut.to, 1) }]
      : []
  return [...left, ...right]
}

/** The ISO day `days` after another. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
