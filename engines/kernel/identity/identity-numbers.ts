import { keyedHash, seal, unseal } from '../crypto/index.ts'
import type { Tx } from '../db/index.ts'

/**
 * Identity numbers of people. They stand sealed in one table and are known everywhere else by their keyed
 * hash, so that erasing one leaves events and audit whole.
 */
export interface IdentityNumbers {
  /** Lower-case hex of the keyed hash; the same for the same number, upper or lower case. */
  hashOf(number: string): string
  /** Stores the number sealed, if it is new. @returns its hash */
  keep(tx: Tx, number: string, now: Date): Promise<string>
  /** The number, for a message that must carry it; undefined when unknown or erased. System scope only. */
  reveal(tx: Tx, hash: string): Promise<string | undefined>
}

export function identityNumbers(key: Uint8Array): IdentityNumbers {
  const hashOf = (number: string) => keyedHash(key, number.trim().toUpperCase()).toString('hex')
  return {
    hashOf,
    async keep(tx, number, now) {
      const hash = hashOf(number)
      await tx.execute(
        `insert into kernel.identity_number (hash, sealed, created_at) values (decode($1, 'hex'), $2, $3)
         on conflict (hash) do nothing`,
        [hash, seal(key, number.trim().toUpperCase()), now],
      )
      return hash
    },
    async reveal(tx, hash) {
      const [row] = await tx.query<{ sealed: Buffer | null }>(
        `select sealed from kernel.identity_number where hash = decode($1, 'hex')`,
        [hash],
      )
      return row?.sealed ? unseal(key, row.sealed) : undefined
    },
  }
}
