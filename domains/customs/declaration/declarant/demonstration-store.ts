import type { Tx } from '@tongqu/kernel/db'

/** A party of the demonstration by its name; parties that somebody registered are none. */
export async function demonstrationParty(tx: Tx, name: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select id from kernel.party where demonstration and name->>'zh' = $1`,
    [name],
  )
  return row?.id
}
