import type { HeldRecord, IncomingRecord } from './change.ts'
import type { Weighed } from './import.ts'

/** What becomes of one key. */
export interface KeyChange {
  readonly kind: 'added' | 'changed' | 'ended'
  readonly key: string
  /** What stands and would end, the first of it. */
  readonly before?: SideOf
  /** What would stand instead, the first of it. */
  readonly after?: SideOf
}

export interface SideOf {
  readonly from: string
  readonly to: string | null
  readonly data: unknown
}

/** Counts of keys, and the first changes of each kind. */
export interface Preview {
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly unchanged: number
  readonly samples: readonly KeyChange[]
}

/** A change told key by key: a key that is brought and was not there is added, one that is left out ends. */
export function previewOf({ held, incoming, change }: Weighed, samplesOfKind = 20): Preview {
  const ending = new Set(change.end)
  const before = firstByKey(held.filter(record => ending.has(record.id)))
  const added = new Set(change.add)
  const after = firstByKey(incoming.filter(record => added.has(record)))
  const counts = { added: 0, changed: 0, ended: 0 }
  const samples: KeyChange[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, fresh] = [before.get(key), after.get(key)]
    const kind = !old ? 'added' : fresh ? 'changed' : 'ended'
    if (counts[kind]++ >= samplesOfKind) continue
    samples.push({ kind, key, ...(old && { before: side(old) }), ...(fresh && { after: side(fresh) }) })
  }
  return { ...counts, unchanged: change.unchanged, samples }
}

function firstByKey<R extends HeldRecord | IncomingRecord>(records: readonly R[]): Map<string, R> {
  const first = new Map<string, R>()
  for (const record of records) if (!first.has(record.key)) first.set(record.key, record)
  return first
}

function side({ from, to, data }: HeldRecord | IncomingRecord): SideOf {
  return { from, to, data: JSON.parse(data) as unknown }
}
