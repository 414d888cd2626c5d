import { useKept } from '../part/kept.ts'

/** A record as its form has it, and the version that it is. */
interface Standing<T> {
  readonly value: T
  readonly version: number
}

interface Kept<T> {
  readonly draft: T
  /** The record that the change began from. */
  readonly base: T
  readonly version: number
}

/** A change of a record that is there, as it is typed; it outlives a reload. */
export interface Edit<T> {
  readonly draft: T
  /** The record that the change began from, and its version: the command names it. */
  readonly base: T
  readonly version: number
  /** Something is typed and not sent. */
  readonly isChanged: boolean
  /** The record was changed by somebody else since this change began. */
  readonly isOutdated: boolean
  readonly change: (part: Partial<T>) => void
  /** Goes on from the record as it stands now. */
  readonly goOn: (draft: T) => void
  readonly forget: () => void
}

/**
 * @param key of the record: two do not share a draft
 * @param stands the record as it is now
 * @param isDraft whether what was kept still fits the form
 */
export function useEdit<T extends object>(
  key: string,
  stands: Standing<T>,
  isDraft: (value: unknown) => value is T,
): Edit<T> {
  const isKept = (value: unknown): value is Kept<T> => {
    const kept = value as Kept<T> | undefined | null
    return Boolean(kept) && isDraft(kept?.draft) && isDraft(kept?.base) && typeof kept?.version === 'number'
  }
  const [kept, keep] = useKept(key, isKept)
  const now = kept ?? { draft: stands.value, base: stands.value, version: stands.version }
  return {
    ...now,
    isChanged: kept !== undefined,
    isOutdated: kept !== undefined && kept.version !== stands.version,
    change: part => keep({ ...now, draft: { ...now.draft, ...part } }),
    goOn: draft => keep({ draft, base: stands.value, version: stands.version }),
    forget: () => keep(undefined),
  }
}
