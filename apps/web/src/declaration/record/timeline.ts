import type { TimelineEntry } from '../../remote/declarations.ts'

/** The counter's stamp yyyyMMddHHmmssSSS as a time is written: "2026-11-23 10:15:08". */
export function counterTime(stamp: string): string {
  const found = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/.exec(stamp)
  if (!found) return stamp
  const [, year, month, day, hour, minute, second] = found
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`
}

/** The name of the algorithm that a message was signed with; undefined: it was not. */
export function signatureOf(signature: unknown): string | undefined {
  if (typeof signature !== 'object' || signature === null) return undefined
  const { algorithm, profile } = signature as { algorithm?: unknown; profile?: unknown }
  return [profile, algorithm].find(name => typeof name === 'string') as string | undefined
}

/** A receipt that says no, for good or for now. */
export function isRefusal({ what, status = '' }: Pick<TimelineEntry, 'what' | 'status'>): boolean {
  return what === 'held' || (what === 'receipt' && (status === '100' || status.startsWith('-')))
}
