import type { Text } from '@tongqu/kernel/text'

/*
 * The chart of accounts of stock. Every article has a unit of account of its own, so the accounts of an article add
 * up to nothing at any time: what was received is on hand, on sale, on the way, gone to customers, or written off.
 */

/** A kind of account. */
export interface AccountKind {
  /** `code` of the ledger's accounts. */
  readonly code: number
  readonly name: Text
  /** Never below nothing: its debits must not exceed its credits. */
  readonly isLimited: boolean
}

const kind = (code: number, zh: string, en: string, isLimited = false): AccountKind => ({
  code,
  name: { zh, en },
  isLimited,
})

/** Names of all account codes; a code, once used, keeps its meaning. */
export const accountKinds = {
  /** One per line: article, owner, warehouse, lot. */
  on_hand: kind(1, '在库', 'on hand', true),
  /** One per shelf of a line: pieces on sale. */
  shelf: kind(2, '上架在售', 'on sale', true),
  /** One per line of a transfer. */
  transit: kind(3, '调拨在途', 'in transit', true),
  /** The others stand against these, one per article, the sold of a shelf one per shelf. */
  supplier: kind(10, '供货方', 'supplier'),
  /** No more comes back than went out. */
  customer: kind(11, '客户（已出库）', 'customers (issued)', true),
  sold: kind(12, '客户（上架售出）', 'customers (sold off a shelf)', true),
  rejected: kind(13, '拒收', 'rejected on arrival'),
  difference: kind(20, '盘点差异', 'count difference'),
  spoiled: kind(30, '变质核销', 'written off: spoiled'),
  expired: kind(31, '过期核销', 'written off: expired'),
  destroyed: kind(32, '销毁核销', 'written off: destroyed'),
  damaged: kind(33, '损坏核销', 'written off: damaged'),
  lost: kind(34, '丢失核销', 'written off: lost'),
} as const satisfies Record<string, AccountKind>
export type AccountName = keyof typeof accountKinds

/** A kind of movement: `code` of the ledger's transfers. */
export interface MovementKind {
  readonly code: number
  readonly name: Text
}

const movement = (code: number, zh: string, en: string): MovementKind => ({ code, name: { zh, en } })

/** Names of all movements; a code, once used, keeps its meaning. */
export const movementKinds = {
  receipt: movement(1, '收货入库', 'received'),
  return: movement(2, '客户退货入库', 'returned by a customer'),
  rejection: movement(3, '收货拒收', 'rejected on arrival'),
  dispatch: movement(10, '调拨发出', 'dispatched'),
  arrival: movement(11, '调拨到货', 'arrived'),
  transit_loss: movement(12, '调拨途损', 'lost or damaged on the way'),
  turned_back: movement(13, '调拨退回', 'turned back to where it left'),
  issue: movement(20, '出库', 'held and issued'),
  write_off: movement(30, '核销', 'written off'),
  count: movement(31, '盘点差异', 'count difference'),
  shelf_fill: movement(40, '上架', 'put on sale'),
  shelf_return: movement(41, '下架', 'taken off sale'),
  reservation: movement(42, '下单占用与售出', 'reserved and sold'),
  /** Moves nothing: no pieces leave the shelf until it is opened again, but those that are given back to it. */
  shelf_closing: movement(43, '停售', 'closed for sale'),
} as const satisfies Record<string, MovementKind>
export type MovementName = keyof typeof movementKinds

const byCode = new Map<number, MovementName>(
  Object.entries(movementKinds).map(([name, { code }]) => [code, name as MovementName]),
)

/** The movement that a transfer's code stands for. */
export function movementOf(code: number): MovementName {
  const name = byCode.get(code)
  if (!name) throw new Error(`No movement of stock has the code ${code}.`)
  return name
}
