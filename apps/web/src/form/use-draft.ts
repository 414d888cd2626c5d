import { useKept } from '../part/kept.ts'

/** What is typed in a form for something new. */
export interface Draft<T> {
  readonly draft: T
  readonly change: (part: Partial<T>) => void
  /** It was sent, or is given up. */
  readonly forget: () => void
}

/** Whether what was kept has the fields of the form, each of its kind: the form may have changed since. */
function fits<T extends object>(kept: unknown, empty: T): kept is T {
  if (typeof kept !== 'object' || kept === null) return false
  const fields = kept as Record<string, unknown>
  return Object.entries(empty).every(([name, value]) => typeof fields[name] === typeof value)
}

/**
 * A form's fields, kept over a reload until they are sent.
 * @param key of the form
 * @param empty the form as it is opened: every field has a value
 */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const [kept, keep] = useKept(key, (value): value is T => fits(value, empty))
  const draft = kept ?? empty
  return {
    draft,
    change: part => keep({ ...draft, ...part }),
    forget: () => keep(undefined),
  }
}
