/** The parts of the number that the customs give a list (invtNo). */
export interface ListNumber {
  /** Customs office, 4 digits. */
  readonly customs: string
  readonly year: string
  /** I import, E export. */
  readonly direction: 'I' | 'E'
  /** Running number, 9 digits. */
  readonly serial: string
}

/** Takes a list number apart, `64092023I000722460`; undefined where it is none. */
export function parseInvtNo(invtNo: string): ListNumber | undefined {
  const [, customs, year, direction, serial] = /^(\d{4})(\d{4})([IE])(\d{9})$/.exec(invtNo) ?? []
  if (!customs || !year || !direction || !serial) return undefined
  return { customs, year, direction: direction as 'I' | 'E', serial }
}

/** The parts of the number that the e-port gives a record (preNo). */
export interface PreEntryNumber {
  /** ISO day. */
  readonly day: string
  /** Running number, 9 digits. */
  readonly serial: string
}

/** Takes an e-port number apart, `B20230506000722460`; undefined where it is none. */
export function parsePreNo(preNo: string): PreEntryNumber | undefined {
  const [, year, month, day, serial] = /^B(\d{4})(\d{2})(\d{2})(\d{9})$/.exec(preNo) ?? []
  if (!year || !month || !day || !serial) return undefined
  return { day: `${year}-${month}-${day}`, serial }
}
