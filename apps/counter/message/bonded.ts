import { childOf, type Element, elementsOf, textOf } from '../xml/element.ts'
import type { Checked } from './check.ts'
import { fields } from './field.ts'
import type { Kind } from './kind.ts'
import { byName, looseValues } from './loose-form.ts'

// Written from the table of the bonded inventory list (INV101): its elements, without an order. The sender leaves
// the signature empty; the window's client signs.
const head = byName(
  fields(
    `SeqNo? BondInvtNo? ChgTmsCnt? PutrecNo! InvtType? EtpsInnerInvtNo! BizopEtpsno! BizopEtpsSccd? BizopEtpsNm!
    RcvgdEtpsno? RvsngdEtpsSccd? RcvgdEtpsNm? DclEtpsno! DclEtpsSccd? DclEtpsNm! InputCode? InputCreditCode? InputName?
    InputTime? RltInvtNo? RltPutrecNo? CorrEntryDclEtpsNo? CorrEntryDclEtpsSccd? CorrEntryDclEtpsNm? RltEntryBizopEtpsno?
    RltEntryBizopEtpsSccd? RltEntryBizopEtpsNm? RltEntryRcvgdEtpsno? RltEntryRvsngdEtpsSccd? RltEntryRcvgdEtpsNm?
    RltEntryDclEtpsno? RltEntryDclEtpsSccd? RltEntryDclEtpsNm? ImpexpPortcd!C=4 DclPlcCuscd!C=4 ImpexpMarkcd!{I,E}
    MtpckEndprdMarkcd!C1 SupvModecd!C=4 TrspModecd! ApplyNo? ListType? DclcusFlag!{1,2} DclcusTypecd? IcCardNo? DecType?
    Rmk? StshipTrsarvNatcd? EntryNo? RltEntryNo? DclTypecd? GenDecFlag?`,
    4000,
  ),
)
const line = byName(
  fields(
    `SeqNo? GdsSeqno!N19 PutrecSeqno?N19 GdsMtno? Gdecd!C=10 GdsNm! GdsSpcfModelDesc? DclUnitcd!C=3 LawfUnitcd!C=3
    SecdLawfUnitcd? Natcd! DclUprcAmt?N25,5 DclTotalAmt!N25,5 UsdStatTotalAmt?N25,5 DclCurrcd!C=3 LawfQty!N19,5
    SecdLawfQty?N19,5 WtSfVal? FstSfVal? SecdSfVal? DclQty!N19,5 GrossWt?N19,5 NetWt?N19,5 UseCd? LvyrlfModecd? UcnsVerno?
    ClyMarkcd? EntryGdsSeqno? ApplyTbSeqno? DestinationNatcd? ModfMarkcd? Rmk?`,
    4000,
  ),
)

/** The bonded list as a kind of record: known by the firm's own number. */
export const invtKind: Kind = {
  name: 'INV101',
  family: 'bonded',
  direction: 'other',
  record: 'InvtMessage',
  head: 'InvtHeadType',
  headFields: [],
  list: undefined,
  key: ['BizopEtpsno', 'EtpsInnerInvtNo'],
  receipt: { name: 'INV201', element: 'INV201', keys: [] },
}

/** Judges a bonded list by its tables. */
export function checkBonded(root: Element): Checked {
  const faults: string[] = []
  const path = ['Object', 'Package', 'DataInfo', 'BussinessData']
  const business = path.reduce<Element | undefined>((at, name) => at && childOf(at, name), root)
  const message = business && childOf(business, 'InvtMessage')
  const first = message && childOf(message, 'InvtHeadType')
  if (!business || !message || !first)
    return { guid: '', records: [], faults: [`${path.join('.')} 结构不正确`] }
  const values = looseValues(first, head, 'InvtHeadType', faults)
  const found = elementsOf(message).filter(({ local }) => local === 'InvtListType')
  if (found.length === 0) faults.push('InvtListType 缺少必填项')
  const lines = found.map((one, at) => looseValues(one, line, `InvtListType(${at + 1})`, faults))
  const declare = textOf(childOf(business, 'DelcareFlag')).trim()
  if (declare !== '0' && declare !== '1') faults.push('DelcareFlag 应为 0、1 之一')
  const whole = { ...values, appType: '1', appStatus: declare === '0' ? '1' : '2' }
  return { guid: '', records: [{ head: whole, lines }], faults: faults.slice(0, 20) }
}
