/** What the 18 digits of a declaration's number say. */
export interface EntryNumber {
  /** Customs office that took it in. */
  readonly customs: string
  readonly year: string
  readonly direction: 'import' | 'export'
  readonly serial: string
}

/**
 * `520720190579438584` → customs 5207, year 2019, export, serial 579438584.
 * @returns undefined for what is no such number
 */
export function entryNumberOf(entryId: string): EntryNumber | undefined {
  const parts = /^(\d{4})(\d{4})([01])(\d{9})$/.exec(entryId)
  if (!parts) return undefined
  const [, customs = '', year = '', mark, serial = ''] = parts
  return { customs, year, direction: mark === '0' ? 'export' : 'import', serial }
}
