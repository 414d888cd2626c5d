import type { Tx } from '@tongqu/kernel/db'
import type { Text } from '@tongqu/kernel/text'

/** Names of accounts, as far as the reader may see accounts: an ordinary user sees only the own one. */
export async function accountNames(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => { by?: Text }> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  const rows =
    wanted.length === 0
      ? []
      : await tx.query<{ id: string; name: { zh: string; en?: string } }>(
          'select id, name from kernel.account where id = any($1::uuid[])',
          [wanted],
        )
  const names = new Map(rows.map(({ id, name }) => [id, { zh: name.zh, en: name.en ?? name.zh }]))
  return id => {
    const by = id === null ? undefined : names.get(id)
    return by ? { by } : {}
  }
}
