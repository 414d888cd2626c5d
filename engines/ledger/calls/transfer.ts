import { query } from '@tongqu/kernel/command'
import type { Text } from '@tongqu/kernel/text'
import type { Static } from 'typebox'
import { inUnit } from '../amount.ts'
import { type Transfer, TransferId, TransfersFound } from '../contract.ts'
import { NIL_ID, TransferFlags } from '../machine/index.ts'
import { type FoundTransfer, transfersById } from '../store/look.ts'
import { type AccountName, namesOf } from '../store/name.ts'
import type { Unit } from '../store/unit.ts'
import { HOLD_STATES } from './hold.ts'
import { atText, heading, instantShown, refText, unitText } from './show.ts'

const VISIBLE = `
  select k.name as "codeName", json_build_object('number', u.number, 'kind', u.kind, 'code', u.code, 'scale', u.scale, 'name', u.name) as unit
  from ledger.transfer t join ledger.unit u on u.number = t.ledger
  left join ledger.code k on k.kind = u.kind and k.sort = 'transfer' and k.code = t.code where t.id = $1`

interface Visible extends Record<string, unknown> {
  readonly unit: Unit
  readonly codeName: Text | null
}

export const findTransfer = query({
  name: 'ledger.transfer.find',
  verb: 'ledger transfer <transfer>',
  summary: {
    zh: '按编号找一笔转账：双方、数额、预留及其结果',
    en: 'Find a transfer by its id: both sides, amount, its hold and what became of it',
  },
  permission: 'ledger.account.read',
  input: TransferId,
  output: TransfersFound,
  // No call of the ledger's own makes a transfer: the operations of domains do.
  example: { input: { transfer: '00000000-0000-7000-8000-000000000000' } },
  async handle(work, { transfer: id }) {
    const [visible] = await work.query<Visible>(VISIBLE, [id])
    if (!visible) return { transfers: [] }
    const found = (await transfersById(work.tx, [id])).get(id)!
    const { debit_account_id, credit_account_id } = found.transfer
    const names = await namesOf(work.tx, [debit_account_id, credit_account_id])
    return { transfers: [shown(found, visible, names)] }
  },
  view: ({ transfers }) =>
    transfers.length === 0
      ? [{ note: { zh: '没有这笔转账', en: 'There is no such transfer' } }]
      : transfers.map(transfer => ({ facts: factsOf(transfer) })),
})

function shown(
  { transfer, hold }: FoundTransfer,
  { unit, codeName }: Visible,
  names: ReadonlyMap<string, AccountName>,
): Static<typeof Transfer> {
  const { id, amount, code, flags, pending_id, timestamp } = transfer
  const instant = (name: 'expiresAt' | 'resolvedAt', at: bigint | undefined) =>
    at === undefined ? {} : { [name]: instantShown(at) }
  return {
    id,
    debit: { id: transfer.debit_account_id, ...names.get(transfer.debit_account_id) },
    credit: { id: transfer.credit_account_id, ...names.get(transfer.credit_account_id) },
    unit,
    amount: amount.toString(),
    inUnit: inUnit(amount, unit.scale),
    code,
    ...(codeName && { codeName }),
    flags: Object.entries(TransferFlags)
      .filter(([, bit]) => flags & bit)
      .map(([name]) => name),
    at: instantShown(timestamp),
    timestamp: timestamp.toString(),
    ...(pending_id !== NIL_ID && { pendingId: pending_id }),
    ...(hold && {
      hold: {
        status: hold.status,
        ...instant('expiresAt', hold.expires_at),
        ...instant('resolvedAt', hold.resolved_at),
      },
    }),
  }
}

function factsOf(transfer: Static<typeof Transfer>) {
  const { hold } = transfer
  return [
    [{ zh: '转账', en: 'Transfer' }, transfer.id],
    [heading.why, transfer.codeName],
    [heading.at, atText(transfer.at)],
    [heading.debit, refText(transfer.debit)],
    [heading.credit, refText(transfer.credit)],
    [{ zh: '数额', en: 'Amount' }, transfer.inUnit],
    [heading.unit, unitText(transfer.unit)],
    [{ zh: '标志', en: 'Flags' }, transfer.flags.join(' ') || undefined],
    [{ zh: '所了结的预留', en: 'Ends the hold' }, transfer.pendingId],
    [{ zh: '预留', en: 'Hold' }, hold && HOLD_STATES[hold.status]],
    [{ zh: '到期', en: 'Expires' }, hold?.expiresAt && atText(hold.expiresAt)],
    [{ zh: '了结', en: 'Ended' }, hold?.resolvedAt && atText(hold.resolvedAt)],
  ] as const
}
