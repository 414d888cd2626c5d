import { canonical } from './canonical.ts'
import type { Parameter, ParameterTitle, ParameterValue, ParameterVersion, Strength } from './types.ts'

/** The version of a parameter that holds on the day of a snapshot. */
export interface ParameterEntry {
  readonly id: string
  readonly title?: ParameterTitle
  readonly unit?: string
  readonly value: ParameterValue
  readonly from: string
  /** Last day, inclusive: stated, or the day before the next version; absent: open. */
  readonly to?: string
  readonly source: string
  readonly strength: Strength
  readonly note?: string
}

export interface ParameterDifference {
  readonly id: string
  /** Undefined: the parameter does not hold on that day. */
  readonly before: ParameterEntry | undefined
  readonly after: ParameterEntry | undefined
}

/** What holds on one day; immutable. */
export class ParameterSnapshot {
  readonly day: string
  readonly #entries: ReadonlyMap<string, ParameterEntry>

  constructor(day: string, entries: ReadonlyMap<string, ParameterEntry>) {
    this.day = day
    this.#entries = entries
  }

  /** The version in force, or undefined: then whatever depends on it is undetermined. */
  get(id: string): ParameterEntry | undefined {
    return this.#entries.get(id)
  }

  /** Every id in force, sorted. */
  ids(): string[] {
    return [...this.#entries.keys()].sort()
  }

  /** The same snapshot with one parameter exchanged (undefined: removed); for asking what it changes. */
  with(id: string, entry: ParameterEntry | undefined): ParameterSnapshot {
    const entries = new Map(this.#entries)
    if (entry === undefined) entries.delete(id)
    else entries.set(id, entry)
    return new ParameterSnapshot(this.day, entries)
  }

  /** One text for one content: sorted ids, sorted keys. Neither the day nor a title is part of it. */
  canonicalText(): string {
    return this.ids()
      .map(id => canonical(withoutTitle(this.#entries.get(id))))
      .join('\n')
  }

  /** Digest of the content by the caller's hash (so that this runs in a browser), e.g. "sm3:9f…". */
  digest(hash: (text: string) => string): string {
    return hash(this.canonicalText())
  }
}

/** Dated parameters of one or more packs; a later pack's parameter replaces the earlier one of the same id. */
export class ParameterSet {
  readonly #parameters: ReadonlyMap<string, Parameter>
  readonly #days = new Map<string, ParameterSnapshot>()

  constructor(...packs: readonly (readonly Parameter[])[]) {
    const all = new Map<string, Parameter>()
    for (const pack of packs) for (const parameter of pack) all.set(parameter.id, parameter)
    this.#parameters = all
  }

  parameters(): Parameter[] {
    return [...this.#parameters.values()]
  }

  /** The snapshot of an ISO day; the same object for the same day. */
  at(day: string): ParameterSnapshot {
    let snapshot = this.#days.get(day)
    if (snapshot === undefined) {
      snapshot = this.#snapshot(day)
      this.#days.set(day, snapshot)
    }
    return snapshot
  }

  /** Parameters of which another version, or none, holds on day `b` than on day `a`; sorted by id. */
  difference(a: string, b: string): ParameterDifference[] {
    return difference(this.at(a), this.at(b))
  }

  #snapshot(day: string): ParameterSnapshot {
    const entries = new Map<string, ParameterEntry>()
    for (const parameter of this.#parameters.values()) {
      const entry = inForce(parameter, day)
      if (entry !== undefined) entries.set(parameter.id, entry)
    }
    return new ParameterSnapshot(day, entries)
  }
}

/** Parameters that differ in version or value between two snapshots (of one set or of two); sorted by id. */
export function difference(a: ParameterSnapshot, b: ParameterSnapshot): ParameterDifference[] {
  const ids = [...new Set([...a.ids(), ...b.ids()])].sort()
  const found: ParameterDifference[] = []
  for (const id of ids) {
    const before = a.get(id)
    const after = b.get(id)
    if (canonical(withoutTitle(before)) !== canonical(withoutTitle(after))) found.push({ id, before, after })
  }
  return found
}

/** A title names the rule and is no part of it: to name it better changes no law. */
function withoutTitle(entry: ParameterEntry | undefined): ParameterEntry | undefined {
  return entry === undefined ? undefined : { ...entry, title: undefined }
}

function inForce(parameter: Parameter, day: string): ParameterEntry | undefined {
  const { versions } = parameter
  for (let i = versions.length - 1; i >= 0; i--) {
    const version = versions[i]!
    if (version.from > day) continue
    if (version.to !== undefined && version.to < day) return undefined
    return entryOf(parameter, version, versions[i + 1])
  }
  return undefined
}

function entryOf(
  parameter: Parameter,
  version: ParameterVersion,
  next: ParameterVersion | undefined,
): ParameterEntry {
  const to = version.to ?? (next === undefined ? undefined : dayBefore(next.from))
  return Object.freeze({
    id: parameter.id,
    ...(parameter.title === undefined ? {} : { title: parameter.title }),
    ...(parameter.unit === undefined ? {} : { unit: parameter.unit }),
    value: version.value,
    from: version.from,
    ...(to === undefined ? {} : { to }),
    source: version.source,
    strength: version.strength,
    ...(version.note === undefined ? {} : { note: version.note }),
  })
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
