/** What the 18 characters of a bonded list's number say. */
export interface BondedListNumber {
  /** Customs office in charge. */
  readonly customs: string
  /** The last two digits of the year. */
  readonly year: string
  readonly direction: 'import' | 'export'
  readonly serial: string
}

/**
 * `QD311124E000098849` → customs 3111, year 24, export, serial 000098849.
 * @returns undefined for what is no such number
 */
export function bondedListNumberOf(bondInvtNo: string): BondedListNumber | undefined {
  const parts = /^QD(\d{4})(\d{2})([IE])(\d{9})$/.exec(bondInvtNo)
  if (!parts) return undefined
  const [, customs = '', year = '', mark, serial = ''] = parts
  return { customs, year, direction: mark === 'E' ? 'export' : 'import', serial }
}
