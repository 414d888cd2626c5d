import { keyedHash, seal, unseal } from '../crypto/index.ts'
import type { Tx } from '../db/index.ts'

/**
 * Identity numbers of people. They stand sealed in one table and are known everywhere else by their keyed
 * hash, so that erasing one leaves events and audit whole.
 */
export interface IdentityNumbers {
  /** Lower-case hex of the keyed hash; the same for the same number, upper or lower case. */
  hashOf(number: string): string
  /** Stores the numbers that are new, sealed, in one statement. @returns the hash of each, in their order */
  keep(tx: Tx, numbers: readonly string[], now: Date): Promise<string[]>
  /** The number, for a message that must carry it; undefined when unknown or erased. System scope only. */
  reveal(tx: Tx, hash: string): Promise<string | undefined>
  /** Many at once, by hash; those unknown or erased are left out. System scope only. */
  revealAll(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, string>>
}

// Without a column after `conflict`: naming one would ask who may read it, and only the system may.
const KEEP = `
  insert into kernel.identity_number (hash, sealed, created_at)
  select hash, sealed, $3 from unnest($1::bytea[], $2::bytea[]) as kept (hash, sealed) order by hash
  on conflict do nothing`

export function identityNumbers(key: Uint8Array): IdentityNumbers {
  const hashOf = (number: string) => keyedHash(key, number.trim().toUpperCase()).toString('hex')
  return {
    hashOf,
    async keep(tx, numbers, now) {
      const hashes = numbers.map(hashOf)
      const byHash = new Map(hashes.map((hash, n) => [hash, numbers[n]!.trim().toUpperCase()]))
      // In one order everywhere, so that two who keep the same numbers wait for each other and never deadlock.
      const rows = [...byHash].sort(([a], [b]) => (a < b ? -1 : 1))
      if (rows.length > 0)
        await tx.execute(KEEP, [
          rows.map(([hash]) => Buffer.from(hash, 'hex')),
          rows.map(([, number]) => seal(key, number)),
          now,
        ])
      return hashes
    },
    async reveal(tx, hash) {
      const [row] = await tx.query<{ sealed: Buffer | null }>(
        `select sealed from kernel.identity_number where hash = decode($1, 'hex')`,
        [hash],
      )
      return row?.sealed ? unseal(key, row.sealed) : undefined
    },
    async revealAll(tx, hashes) {
      if (hashes.length === 0) return new Map()
      const rows = await tx.query<{ hash: string; sealed: Buffer }>(
        `select encode(hash, 'hex') as hash, sealed from kernel.identity_number
         where sealed is not null and hash in (select decode(h, 'hex') from unnest($1::text[]) as n (h))`,
        [hashes],
      )
      return new Map(rows.map(row => [row.hash, unseal(key, row.sealed)]))
    },
  }
}
