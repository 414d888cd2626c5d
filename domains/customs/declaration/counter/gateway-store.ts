import type { Tx } from '@tongqu/kernel/db'

/* SQL of the gateway: whether it is open, and what a restore leaves in doubt. */

const IS_OPEN = `
  select coalesce((select is_open from customs.gateway where id = 'customs'), true) as is_open,
    (select changed_at from customs.gateway where id = 'customs') as changed_at,
    (select changed_at from kernel.installation where name = 'restored') as restored_at`

/** Whether messages may go out and come in: not after a restore, until somebody has reconciled and opened it again. */
export async function isGatewayOpen(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ is_open: boolean; changed_at: Date | null; restored_at: Date | null }>(
    IS_OPEN,
  )
  const { is_open, changed_at, restored_at } = row!
  return is_open && (restored_at === null || (changed_at !== null && changed_at > restored_at))
}

export interface GatewayRow extends Record<string, unknown> {
  readonly is_open: boolean
  readonly reason: string
}

export async function gatewayRow(tx: Tx): Promise<GatewayRow | undefined> {
  const [row] = await tx.query<GatewayRow>(`select is_open, reason from customs.gateway where id = 'customs'`)
  return row
}

export async function setGateway(
  tx: Tx,
  to: {
    readonly isOpen: boolean
    readonly reason: string
    readonly at: Date
    readonly by: string | undefined
  },
): Promise<void> {
  await tx.execute(
    `insert into customs.gateway (id, is_open, reason, changed_at, changed_by) values ('customs', $1, $2, $3, $4)
     on conflict (id) do update set is_open = excluded.is_open, reason = excluded.reason,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [to.isOpen, to.reason, to.at, to.by ?? null],
  )
}

export async function countUnknown(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from customs.message where direction = 'out' and state = 'unknown'`,
  )
  return row!.n
}

const RESTORED = `(select changed_at from kernel.installation where name = 'restored')`

/** What was ready when the backup was made may have been sent since: nobody here knows. */
export async function doubtBeforeRestore(tx: Tx): Promise<void> {
  await tx.execute(
    `update customs.record set state = 'unknown' where state = 'sending' and message_id in
       (select id from customs.message where direction = 'out' and state = 'ready' and created_at <= ${RESTORED})`,
  )
  await tx.execute(
    `update customs.message set state = 'unknown' where direction = 'out' and state = 'ready' and created_at <= ${RESTORED}`,
  )
}
