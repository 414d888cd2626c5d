import type { BookWant, GuaranteeWant, Want } from '../cover/want.ts'
import type { Assembled, AssembledRecord } from './form/assemble.ts'
import type { Content } from './form/kinds.ts'

/* What a declaration's own messages say that it draws on: a guarantee and lines of a bonded book. */

/** A record as it is assembled, or as it is kept. */
type SaidRecord = Pick<AssembledRecord, 'kind' | 'content'>
type Values = Readonly<Record<string, string>>

/** What a declaration needs to be covered before it goes out. */
export function wantOf(
  declaration: string,
  party: string,
  { records, taxTotal = 0 }: Pick<Assembled, 'taxTotal'> & { readonly records: readonly SaidRecord[] },
): Want {
  const retail = records.find(record => record.kind === 'CEB621')
  const of = { declaration, party }
  const bonded = records.find(record => record.kind === 'INV101')
  if (bonded) return { ...of, message: 'INV101', book: bondedBook(bonded.content) }
  if (!retail) return { ...of, message: records[0]?.kind ?? '' }
  return {
    ...of,
    message: 'CEB621',
    guarantee: guaranteeOf(retail.content, taxTotal),
    book: retailBook(retail.content),
  }
}

const headOf = (content: Content) => content.InventoryHead as Values

function guaranteeOf(content: Content, taxTotal: number): GuaranteeWant | undefined {
  const { assureCode, customsCode } = headOf(content)
  if (!assureCode || !customsCode) return undefined
  return { code: assureCode, office: customsCode, amount: BigInt(taxTotal) }
}

function retailBook(content: Content): BookWant | undefined {
  const { emsNo } = headOf(content)
  if (!emsNo) return undefined
  const lines = (content.InventoryList as readonly Values[]).map(line => ({
    line: Number(line.gnum),
    recordNo: line.itemRecordNo ?? '',
    hsCode: line.gcode ?? '',
    unit: line.unit ?? '',
    qty: line.qty ?? '',
  }))
  return { number: emsNo, isIn: false, lines }
}

function bondedBook(content: Content): BookWant {
  const { PutrecNo, ImpexpMarkcd } = content.InvtHeadType as Values
  const lines = (content.InvtListType as readonly Values[]).map(line => ({
    line: Number(line.GdsSeqno),
    recordNo: line.PutrecSeqno ?? '',
    hsCode: line.Gdecd ?? '',
    unit: line.DclUnitcd ?? '',
    qty: line.DclQty ?? '',
  }))
  return { number: PutrecNo ?? '', isIn: ImpexpMarkcd === 'I', lines }
}
