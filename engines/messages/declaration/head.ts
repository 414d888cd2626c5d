import { choice, code } from '../schema/kinds/code.ts'
import { decimal, integer } from '../schema/kinds/number.ts'
import { pattern, text } from '../schema/kinds/text.ts'
import { cdata, group, optional, required } from '../schema/member.ts'
import * as t from './terms.ts'

const entryType = choice({
  0: { zh: '普通报关单', en: 'ordinary' },
  L: { zh: '带清单的报关单', en: 'with a list' },
  W: { zh: '无纸报关', en: 'paperless' },
  D: { zh: '带清单且无纸', en: 'with a list, paperless' },
  M: { zh: '通关无纸化', en: 'paperless clearance' },
})

const ediId = choice({
  1: { zh: '普通报关', en: 'ordinary' },
  3: { zh: '北方转关提前', en: 'transit declared ahead, north' },
  5: { zh: '南方转关提前', en: 'transit declared ahead, south' },
  6: { zh: '普通报关（南方 H2000 直转）', en: 'ordinary, direct transit, south' },
})

const billType = choice({
  1: { zh: '普通备案清单', en: 'ordinary record list' },
  2: { zh: '先进区后报关', en: 'into the zone first, declared later' },
  3: { zh: '分送集报备案清单', en: 'record list of deliveries declared together' },
  4: { zh: '分送集报报关单', en: 'declaration of deliveries declared together' },
})

const docType = pattern(
  'C..7',
  /^[A-Z0-9 ]{1,7}$/,
  { zh: '大写字母、数字或空格占位', en: 'capitals, digits, or a space for a place left out' },
  pick => ['Z', 'ML', 'SW', 'CL', 'LY', 'MT', 'EX'][pick(7)]!,
  ['sw', '汇总', 'ABCDEFGH'],
)

const obsolete = { note: { zh: '字段已废弃。', en: 'No longer used.' } }
const byCounter = {
  note: { zh: '首次导入不填，由系统返填。', en: 'Left out at first; the window fills it in.' },
}

/** DecHead, in the order of the counter. */
export const decHead = group({
  SeqNo: optional(text(18), '数据中心统一编号', 'Number of the data centre', byCounter),
  IEFlag: required(t.importOrExport, '进出口标志', 'Import or export'),
  Type: optional(docType, '单据类型', 'Kind of document', {
    note: {
      zh: '前两位为业务类型，一般报关单留空；第三位 0/空一次录入、5 概要申报、6 完整申报；第七位 Z 组合港。',
      en: 'The first two the business, blank for an ordinary one; the third 5 summary, 6 complete declaration.',
    },
  }),
  AgentCode: required(text(10), '申报单位代码', 'Declarant, customs code'),
  AgentName: required(text(100), '申报单位名称', 'Declarant, name'),
  ApprNo: optional(text(32), '批准文号', 'Approval number'),
  BillNo: optional(text(32), '提运单号', 'Bill of lading'),
  ContrNo: optional(text(32), '合同协议号', 'Contract'),
  CustomMaster: required(t.customsOffice, '申报地海关', 'Customs where it is declared'),
  CutMode: optional(code('levy_natures', 3), '征免性质', 'Nature of the levy'),
  DistinatePort: optional(code('ports', 6), '经停港/指运港', 'Port called at (import) or of destination', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  FeeCurr: optional(t.currency, '运费币制', 'Freight, currency'),
  FeeMark: optional(t.chargeMark, '运费标记', 'Freight, how it is stated'),
  FeeRate: optional(decimal(19, 5), '运费／率', 'Freight or its rate'),
  GrossWet: optional(t.weight, '毛重（千克）', 'Gross weight, kg', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  IEDate: optional(t.day, '进出口日期', 'Day of import or export'),
  IEPort: optional(t.customsOffice, '进出境关别', 'Customs of entry or exit'),
  InsurCurr: optional(t.currency, '保险费币制', 'Insurance, currency'),
  InsurMark: optional(t.chargeMark, '保险费标记', 'Insurance, how it is stated'),
  InsurRate: optional(decimal(19, 5), '保险费／率', 'Insurance or its rate'),
  LicenseNo: optional(text(20), '许可证号', 'Licence'),
  ManualNo: optional(text(12), '备案号', 'Bonded book, handbook or certificate of relief'),
  NetWt: optional(t.weight, '净重（千克）', 'Net weight, kg'),
  NoteS: cdata(optional(text(255), '备注', 'Note')),
  OtherCurr: optional(t.currency, '杂费币制', 'Other charges, currency'),
  OtherMark: optional(t.chargeMark, '杂费标志', 'Other charges, how they are stated'),
  OtherRate: optional(decimal(19, 5), '杂费／率', 'Other charges or their rate'),
  OwnerCode: optional(text(18), '消费使用/生产销售单位代码', 'Final user or producer, code', {
    note: { zh: '10 位或 9 位，或 NO。', en: '10 or 9 characters, or NO.' },
  }),
  OwnerName: optional(text(100), '消费使用/生产销售单位名称', 'Final user or producer, name'),
  PackNo: optional(integer(9), '件数', 'Packages'),
  TradeCode: optional(text(18), '境内收发货人编号', 'Domestic consignee or consignor, code'),
  TradeCountry: optional(t.country, '启运国/运抵国', 'Country of departure (import) or of arrival'),
  TradeMode: optional(t.tradeMode, '监管方式', 'Trade mode'),
  TradeName: optional(text(100), '境内收发货人名称', 'Domestic consignee or consignor, name'),
  TrafMode: optional(t.transportMode, '运输方式', 'Way of transport'),
  TrafName: optional(text(50), '运输工具代码及名称', 'Vessel or vehicle'),
  TransMode: optional(code('transaction_modes', 1), '成交方式', 'Terms of delivery'),
  WrapType: optional(code('package_types', 2), '包装种类', 'Kind of packing'),
  EntryId: optional(t.entryNo, '海关编号', 'Number of the declaration', byCounter),
  PreEntryId: optional(text(18), '预录入编号', 'Number before entry', byCounter),
  EdiId: optional(ediId, '报关标志', 'Way of declaring'),
  Risk: optional(text(10), '风险评估参数', 'Risk parameter', obsolete),
  CopName: required(text(70), '录入单位名称', 'Firm that enters it, name'),
  CopCode: required(text(10), '录入单位代码', 'Firm that enters it, code'),
  EntryType: optional(entryType, '报关单类型', 'Kind of declaration'),
  PDate: optional(t.day, '打印日期', 'Day of entering'),
  TypistNo: required(text(30), '录入员 IC 卡号', 'Card of the person who enters it'),
  InputerName: required(text(32), '录入员名称', 'Person who enters it'),
  PartenerID: optional(text(20), '申报人标识', 'Declaring person', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  TgdNo: optional(text(18), '关联单据号', 'Reserved'),
  DataSource: optional(text(5), '扩展字段', 'Extension'),
  DeclTrnRel: required(
    choice({
      0: { zh: '一般报关单', en: 'ordinary' },
      1: { zh: '转关提前报关单', en: 'transit declared ahead' },
    }),
    '报关/转关关系标志',
    'With a transit or without',
  ),
  ChkSurety: optional(t.yesOrNo, '担保验放标志', 'Released under guarantee'),
  BillType: optional(billType, '备案清单类型', 'Kind of record list of a zone'),
  CopCodeScc: optional(text(18), '录入单位统一编码', 'Firm that enters it, credit code'),
  OwnerCodeScc: optional(text(18), '消费使用/生产销售单位统一编码', 'Final user or producer, credit code'),
  AgentCodeScc: optional(text(18), '申报单位统一编码', 'Declarant, credit code'),
  TradeCoScc: optional(text(18), '收发货人统一编码', 'Consignee or consignor, credit code'),
  PromiseItmes: required(t.marks('C..32', 32, '019'), '价格说明', 'Statements on the price', {
    note: {
      zh: '1 勾选、0 未选、9 空；依次为特殊关系、价格影响、支付特许权使用费、公式定价、暂定价格。元素名如此拼写。',
      en: '1 yes, 0 no, 9 blank: relationship, its influence, royalties, formula price, provisional price. Spelt so.',
    },
  }),
  TradeAreaCode: required(t.country, '贸易国别', 'Country traded with'),
  CheckFlow: optional(t.yesOrNo, '查验分流', 'Inspected elsewhere'),
  TaxAaminMark: optional(t.yesOrNo, '税收征管标记', 'Mark of tax administration', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  MarkNo: optional(text(400), '标记唛码', 'Marks and numbers'),
  DespPortCode: optional(t.port, '启运港', 'Port of departure'),
  EntyPortCode: optional(code('entry_exit_ports', 6), '入境/离境口岸', 'Port of entry or exit', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  GoodsPlace: optional(text(100), '货物存放地点', 'Where the goods are kept'),
  BLNo: optional(text(50), 'B/L 号', 'Delivery order'),
  InspOrgCode: optional(text(10), '口岸检验检疫机关', 'Inspection office of the port', obsolete),
  SpecDeclFlag: optional(t.marks('C..10', 10, '01'), '特种业务标识', 'Special business', {
    note: {
      zh: '依次为国际赛事、特殊进出军工物资、国际援助物资、国际会议、直通放行、外交礼遇、转关。',
      en: 'Sports, arms, aid, conference, direct release, diplomatic courtesy, transit.',
    },
  }),
  PurpOrgCode: optional(text(10), '目的地海关', 'Customs of destination'),
  DespDate: optional(t.day, '启运日期', 'Day of departure'),
  CmplDschrgDt: optional(t.day, '卸毕日期', 'Day of discharge'),
  CorrelationReasonFlag: optional(text(2), '关联理由', 'Why it is linked to another'),
  VsaOrgCode: optional(text(10), '领证机关', 'Office that issues the certificates', obsolete),
  OrigBoxFlag: optional(t.yesOrNo, '原集装箱标识', 'In the container it came in'),
  DeclareName: required(text(50), '申报人员姓名', 'Person who declares'),
  NoOtherPack: optional(t.yesOrNo, '无其他包装', 'No other packing'),
  OrgCode: optional(text(10), '检验检疫受理机关', 'Office of inspection', obsolete),
  OverseasConsignorCode: optional(text(50), '境外发货人代码', 'Foreign consignor, code'),
  OverseasConsignorCname: optional(text(150), '境外收发货人名称', 'Foreign consignor, Chinese name'),
  OverseasConsignorEname: optional(text(100), '境外发货人名称（外文）', 'Foreign consignor, name'),
  OverseasConsignorAddr: optional(text(100), '境外收发货人地址', 'Foreign consignor, address'),
  OverseasConsigneeCode: optional(text(50), '境外收货人编码', 'Foreign consignee, code'),
  OverseasConsigneeEname: optional(text(400), '境外收货人名称（外文）', 'Foreign consignee, name'),
  DomesticConsigneeEname: optional(text(400), '境内收发货人名称（外文）', 'Domestic party, foreign name'),
  CorrelationNo: optional(text(500), '关联号码', 'Numbers linked to'),
  EdiRemark: optional(text(128), 'EDI 申报备注', 'Note for the exchange'),
  EdiRemark2: optional(text(128), 'EDI 申报备注 2', 'Second note for the exchange'),
  TradeCiqCode: optional(text(10), '境内收发货人检验检疫编码', 'Domestic party, inspection code'),
  OwnerCiqCode: optional(
    text(10),
    '消费使用/生产销售单位检验检疫编码',
    'Final user or producer, inspection code',
  ),
  DeclCiqCode: optional(text(10), '申报单位检验检疫编码', 'Declarant, inspection code'),
})
