import type { Content } from './form/kinds.ts'

/* Applications upon a list that the customs has: made from the list itself, so that they name it as it was declared. */

type Head = Readonly<Record<string, string>>

const headOf = (list: Content) => list.InventoryHead as Head

const pick = (head: Head, names: readonly string[]) =>
  Object.fromEntries(names.flatMap(name => (head[name] === undefined ? [] : [[name, head[name]]])))

/** What both applications upon an import list repeat of it. */
const IMPORT = [
  'customsCode',
  'orderNo',
  'ebpCode',
  'ebpName',
  'ebcCode',
  'ebcName',
  'logisticsNo',
  'logisticsCode',
  'logisticsName',
  'buyerIdType',
  'buyerIdNumber',
  'buyerName',
  'buyerTelephone',
  'agentCode',
  'agentName',
]
const EXPORT = ['customsCode', 'agentCode', 'agentName', 'ebcCode', 'ebcName']

export interface Application {
  /** Our own number of the application. */
  readonly copNo: string
  readonly preNo: string | undefined
  /** The number that the customs gave the list. */
  readonly listNo: string
  readonly reason: string
}

const named = ({ copNo, preNo, listNo, reason }: Application) => ({
  copNo,
  ...(preNo !== undefined && { preNo }),
  invtNo: listNo,
  reason,
})

/** CEB623 or, for an export, CEB605. */
export function cancelling(direction: 'import' | 'export', list: Content, application: Application): Content {
  return { ...pick(headOf(list), direction === 'import' ? IMPORT : EXPORT), ...named(application) }
}

export interface ReturnedLine {
  readonly line: number
  readonly qty: string
}

/** CEB625. @returns undefined where the list has no such line */
export function returning(
  list: Content,
  lines: readonly ReturnedLine[] | undefined,
  application: Application,
): Content | undefined {
  const declared = list.InventoryList as readonly Head[]
  const wanted = lines ?? declared.map((line, n) => ({ line: n + 1, qty: line.qty! }))
  const goods = wanted.map(({ line, qty }) => {
    const found = declared[line - 1]
    return found && { gnum: String(line), gcode: found.gcode, gname: found.gname, qty, unit: found.unit }
  })
  if (goods.some(each => each === undefined)) return undefined
  return { InvtRefundHead: { ...pick(headOf(list), IMPORT), ...named(application) }, InvtRefundList: goods }
}
