import { childOf, type Element, elementsOf } from '../xml/element.ts'
import type { Checked } from './check.ts'
import { fields } from './field.ts'
import type { Kind, Values } from './kind.ts'
import { byName, looseValues } from './loose-form.ts'

// Written from the table of the declaration (DecMessage): its elements, without an order. What must be there is the
// core that the reference names; codes where it lists them (TransMode 1 to 7, fee marks 1 rate, 2 unit, 3 total).
const mark = '{1,2,3}'
const head = byName(
  fields(
    `SeqNo? IEFlag!{I,E} Type? AgentCode? AgentName? ApprNo? BillNo? ContrNo? CustomMaster!C=4 CutMode?C=3
    DistinatePort? FeeCurr? FeeMark?${mark} FeeRate?N19,5 GrossWet!N19,5 IEDate? IEPort!C=4 InsurCurr?
    InsurMark?${mark} InsurRate?N19,5 LicenseNo? ManualNo? NetWt!N19,5 NoteS? OtherCurr? OtherMark?${mark}
    OtherRate?N19,5 OwnerCode? OwnerName? PackNo!N9 TradeCode? TradeCountry? TradeMode!C=4 TradeName? TrafMode!C1
    TrafName? TransMode!{1,2,3,4,5,6,7} WrapType? EntryId? PreEntryId? EdiId? Risk? CopName? CopCode? EntryType? PDate?
    TypistNo? InputerName? PartenerID? TgdNo? DataSource? DeclTrnRel? ChkSurety? BillType? CopCodeScc? OwnerCodeScc?
    AgentCodeScc? TradeCoScc? PromiseItmes? TradeAreaCode? CheckFlow? TaxAaminMark? MarkNo? DespPortCode? EntyPortCode?
    GoodsPlace? BLNo? InspOrgCode? SpecDeclFlag? PurpOrgCode? DespDate? CmplDschrgDt? CorrelationReasonFlag? VsaOrgCode?
    OrigBoxFlag? DeclareName? NoOtherPack? OrgCode? OverseasConsignorCode? OverseasConsignorCname?
    OverseasConsignorEname? OverseasConsignorAddr? OverseasConsigneeCode? OverseasConsigneeEname?
    DomesticConsigneeEname? CorrelationNo? EdiRemark? EdiRemark2? TradeCiqCode? OwnerCiqCode? DeclCiqCode?`,
    4000,
  ),
)
const line = byName(
  fields(
    `ClassMark? CodeTS!C=10 ContrItem? DeclPrice?N19,5 DutyMode? Factor? GModel? GName! GNo!N3 OriginCountry!
    TradeCurr!C=3 DeclTotal!N19,5 GQty!N19,5 FirstQty?N19,5 SecondQty?N19,5 GUnit!C=3 FirstUnit? SecondUnit? UseTo?
    WorkUsd? ExgNo? ExgVersion? DestinationCountry! CiqCode? DeclGoodsEname? OrigPlaceCode? Purpose? ProdValidDt? ProdQgp?
    GoodsAttr? Stuff? Uncode? DangName? DangPackType? DangPackSpec? EngManEntCnm? NoDangFlag? DestCode? GoodsSpec?
    GoodsModel? GoodsBrand? ProduceDate? ProdBatchNo? DistrictCode? CiqName? DecGoodsLimits? MnufctrRegNo?
    MnufctrRegName? RcepOrigPlaceCode?C=3 ControlExplainCode?C4`,
    4000,
  ),
)
const sign = byName(
  fields(
    `OperType! ICCode? CopCode! OperName? ClientSeqNo! Sign? SignDate? Certificate? HostId? BillSeqNo? DomainId?
    Note?`,
    4000,
  ),
)

/** Lines of one declaration. */
const MOST_LINES = 50

/** The declaration as a kind of record: known by the sender's own number. */
export const decKind: Kind = {
  name: 'DecMessage',
  family: 'declaration',
  direction: 'other',
  record: 'DecMessage',
  head: 'DecHead',
  headFields: [],
  list: undefined,
  key: ['copCode', 'ClientSeqNo'],
  receipt: { name: 'DEC_RESULT', element: 'DEC_RESULT', keys: [] },
}

/** Judges a declaration by its tables. */
export function checkDeclaration(root: Element): Checked {
  const faults: string[] = []
  if (root.uri !== 'http://www.chinaport.gov.cn/dec') faults.push('DecMessage 命名空间不对')
  const part = (name: string, table: typeof head): Values => {
    const found = childOf(root, name)
    if (found) return looseValues(found, table, name, faults)
    faults.push(`${name} 缺少必填项`)
    return {}
  }
  const values = part('DecHead', head)
  const { ClientSeqNo = '', OperType = '', CopCode = '' } = part('DecSign', sign)
  const list = childOf(root, 'DecLists')
  const found = list ? elementsOf(list).filter(({ local }) => local === 'DecList') : []
  if (found.length === 0) faults.push('DecLists 缺少必填项')
  if (found.length > MOST_LINES) faults.push(`DecLists 超过 ${MOST_LINES} 项`)
  const lines = found.slice(0, MOST_LINES).map((one, at) => {
    const read = looseValues(one, line, `DecList(${at + 1})`, faults)
    if (read.GNo !== undefined && read.GNo !== String(at + 1))
      faults.push(`DecList(${at + 1}).GNo 应为 ${at + 1}`)
    return read
  })
  const whole = { ...values, ClientSeqNo, OperType, copCode: CopCode, appType: '1', appStatus: '2' }
  return { guid: '', records: [{ head: whole, lines }], faults: faults.slice(0, 20) }
}
