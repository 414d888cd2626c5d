import type { UnitOfWork } from '@tongqu/kernel/command'

/** What a row is found by and where it stands among names. */
export interface Described {
  /** Its key, its names, how they are read aloud: in lower case. */
  readonly sought: string
  /** How its name is read aloud; the key where it has none. */
  readonly reads: string
}

/** Says what a row of a register is found by. */
export type Describe = (key: string, data: unknown) => Described

/** Without a word of a register's own: a row is found by its key. */
export const byKey: Describe = key => ({ sought: key.toLowerCase(), reads: key.toLowerCase() })

/** Rows that one statement carries. */
const CHUNK = 5000
const UNDESCRIBED = `select id, key, data from register.record where register = $1 and sought = '' limit $2`
const SET = `
  update register.record r set sought = d.sought, reads = d.reads
  from unnest($1::bigint[], $2::text[], $3::text[]) as d (id, sought, reads) where r.id = d.id`

/** Registers that hold rows which nobody has described: they were taken before rows could be searched. */
export async function undescribed(work: UnitOfWork): Promise<string[]> {
  const rows = await work.query<{ register: string }>(
    `select distinct register from register.record where sought = ''`,
  )
  return rows.map(row => row.register)
}

/** Describes the rows of a register that are not yet. @returns how many they were */
export async function describeRows(work: UnitOfWork, register: string, describe: Describe): Promise<number> {
  for (let count = 0; ; ) {
    const rows = await work.query<{ id: string; key: string; data: unknown }>(UNDESCRIBED, [register, CHUNK])
    if (rows.length === 0) return count
    const described = rows.map(row => describe(row.key, row.data))
    await work.execute(SET, [
      rows.map(row => row.id),
      described.map(each => each.sought),
      described.map(each => each.reads),
    ])
    count += rows.length
  }
}
