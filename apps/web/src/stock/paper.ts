/** The paper that goods move by, as it is typed: its type by its code, and its number. */
export interface PaperDraft {
  readonly type: string
  readonly reference: string
}

export const noPaper: PaperDraft = { type: '', reference: '' }

export function isPaper(value: unknown): value is PaperDraft {
  const { type, reference } = (value ?? {}) as Record<keyof PaperDraft, unknown>
  return typeof type === 'string' && typeof reference === 'string'
}

/** The paper as a part of a command's input; nothing where none is named. */
export function paperAsked({ type, reference }: PaperDraft): { paper?: PaperDraft } {
  return type ? { paper: { type, reference: reference.trim() } } : {}
}
