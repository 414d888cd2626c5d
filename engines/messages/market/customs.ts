import { group, optional, required } from '../schema/member.ts'
import { amount, createOrg, listed, long, short, subject } from './frame.ts'

const said = (zh: string, en: string) => optional(short, zh, en)

const login = {
  note: {
    zh: '平台自有方式加密，方式未公布；此处不加密，由取得方式者填入。',
    en: 'Encrypted in a way of the platform’s own that is not published; it is not made here.',
  },
}

const head = group({
  packingNo: required(short, '装箱单号', 'Packing'),
  landTransportMode: said('境内运输方式', 'Inland transport'),
  customName: optional(short, '报关系统用户', 'User at the broker’s system', login),
  customPassword: optional(short, '报关系统口令', 'Password at the broker’s system', login),
  opType: said('业务类型', 'Kind of business'),
  decTin: said('报关或转关', 'Declaration or transit'),
  decMode: said('报关模式', 'Way of declaring'),
  checkSurety: said('担保验放', 'Released under guarantee'),
  billType: said('清单类型', 'Kind of list'),
  seqNo: said('统一编号', 'Number of the window'),
  preEntryId: said('预录入编号', 'Number before entry'),
  entryId: said('海关编号', 'Number of the declaration'),
  iEPort: said('出口口岸', 'Customs of exit'),
  contrNo: said('合同协议号', 'Contract'),
  iEDate: said('出口日期', 'Day of export'),
  dDate: said('申报日期', 'Day of declaring'),
  tradeCo: said('境内发货人编码', 'Consignor, code'),
  tradeCoName: said('境内发货人名称', 'Consignor, name'),
  coOwner: said('企业性质', 'Kind of firm'),
  tradeCoscc: said('境内发货人信用代码', 'Consignor, credit code'),
  ownerCode: said('生产销售单位编码', 'Producer or seller, code'),
  ownerName: said('生产销售单位名称', 'Producer or seller, name'),
  ownerCodeScc: said('生产销售单位信用代码', 'Producer or seller, credit code'),
  agentCode: said('申报单位编码', 'Declarant, code'),
  agentName: said('申报单位名称', 'Declarant, name'),
  agentCodeScc: said('申报单位信用代码', 'Declarant, credit code'),
  copCodeScc: said('录入单位信用代码', 'Firm that enters it, credit code'),
  trafMode: said('运输方式', 'Way of transport'),
  trafName: said('运输工具名称', 'Vessel or vehicle'),
  voyageNo: said('航次号', 'Voyage'),
  billNo: said('提运单号', 'Bill of lading'),
  tradeMode: said('监管方式', 'Trade mode'),
  cutMode: said('征免性质', 'Nature of the levy'),
  paymentMark: said('征税单位', 'Who levies'),
  licenseNo: said('许可证号', 'Licence'),
  tradeAreaCode: said('贸易国', 'Country traded with'),
  tradeCountry: said('运抵国', 'Country of arrival'),
  distinatePort: said('指运港', 'Port of destination'),
  districtCode: said('境内货源地', 'Domestic source'),
  apprNo: said('批准文号', 'Approval number'),
  promiseItems: said('价格说明', 'Statements on the price'),
  transMode: said('成交方式', 'Terms of delivery'),
  feeMark: said('运费标记', 'Freight, how it is stated'),
  feeRate: said('运费／率', 'Freight or its rate'),
  feeCurr: said('运费币制', 'Freight, currency'),
  insurMark: said('保险费标记', 'Insurance, how it is stated'),
  insurRate: said('保险费／率', 'Insurance or its rate'),
  insurCurr: said('保险费币制', 'Insurance, currency'),
  otherMark: said('杂费标记', 'Other charges, how they are stated'),
  otherRate: said('杂费／率', 'Other charges or their rate'),
  otherCurr: said('杂费币制', 'Other charges, currency'),
  packNo: said('件数', 'Packages'),
  wrapType: said('包装种类', 'Kind of packing'),
  grossWt: optional(amount, '毛重', 'Gross weight'),
  netWt: optional(amount, '净重', 'Net weight'),
  containerNum: said('集装箱数', 'Containers'),
  certMark: said('随附单证', 'Certificates'),
  copId: said('录入单位', 'Firm that enters it'),
  customMaster: said('申报地海关', 'Customs where it is declared'),
  relativeId: said('关联报关单', 'Declaration it is linked to'),
  relativeManualNo: said('关联备案', 'Book it is linked to'),
  bondedNo: said('保税/监管场所', 'Supervised place'),
  customsField: said('货场代码', 'Yard'),
  typistNo: said('操作员', 'Operator'),
  bpNo: said('联系方式', 'How to reach the broker'),
  entryType: said('报关单类型', 'Kind of declaration'),
  noteS: optional(long, '备注', 'Note', {
    note: {
      zh: '市场采购须载明采购人姓名、国籍、证件号码（公告2014年第54号）。',
      en: 'Buyer’s name, nationality and document (announcement 2014 no. 54).',
    },
  }),
  createOrg,
})

const container = group({
  containerId: required(short, '集装箱号', 'Container number'),
  containerMd: said('集装箱规格', 'Kind of container'),
  containerWt: said('自重', 'Tare weight'),
})

const certificate = group({
  docuCode: required(short, '单证代码', 'Kind of certificate'),
  certCode: required(short, '单证编号', 'Number of the certificate'),
})

const line = group({
  gNo: required(short, '商品序号', 'Number of the line'),
  tradingGoodsId: said('交易明细编号', 'Line of the trade'),
  codeT: required(short, '商品编码', 'Tariff code'),
  codeS: said('附加编码', 'Two more digits'),
  gName: required(short, '商品名称', 'Name'),
  gModel: optional(long, '规格型号', 'Specification'),
  controlMa: said('监管条件', 'Conditions of control'),
  destinationCountry: said('原产国', 'Country of origin'),
  originCountry: said('最终目的国', 'Country of final destination'),
  qty1: optional(amount, '成交数量', 'Quantity traded'),
  unit1: said('成交单位', 'Unit traded in'),
  declPrice: optional(amount, '单价', 'Unit price'),
  tradeCurr: said('币制', 'Currency'),
  declTotal: optional(amount, '总价', 'Total price'),
  gQty: optional(amount, '法定数量', 'Legal quantity'),
  gUnit: said('法定单位', 'Legal unit'),
  exgVersion: said('版本号', 'Version'),
  exgNo: said('货号', 'Article'),
  qtyy2: optional(amount, '第二数量', 'Second quantity', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  unit2: said('第二单位', 'Second unit'),
  dutyName: said('征免', 'Way of levying'),
})

const transit = group({
  AheadOfTransitHead: required(
    group({
      turnNo: said('转关申报单号', 'Transit declaration'),
      trnType: said('转关单类型', 'Kind of transit'),
      applCodeScc: said('申请单位信用代码', 'Applicant, credit code'),
      nativeTrafMode: said('境内运输方式', 'Inland transport'),
      trafCustomsNo: said('境内运输工具编号', 'Inland vehicle, number'),
      nativeShipName: said('境内运输工具名称', 'Inland vehicle, name'),
      nativeVoyageNo: said('境内运输工具航次', 'Inland voyage'),
      extendField: said('扩展字段', 'Extension'),
      contractorCode: said('承运单位代码', 'Carrier, code'),
      contractorName: said('承运单位名称', 'Carrier, name'),
      validTime: said('预计运抵时间', 'Expected arrival'),
    }),
    '转关单表头',
    'Head of the transit',
  ),
  AheadOfTransitBill: required(
    group({
      recordNumber: said('备案编号', 'Record'),
      shipId: said('进出境运输工具编号', 'Vessel, number'),
      shipNameEn: said('进出境运输工具名称', 'Vessel, name'),
      voyageNo: said('航次', 'Voyage'),
      billNo: said('提单号', 'Bill of lading'),
      contaC: said('集装箱数', 'Containers'),
      iEDate: said('进出境日期', 'Day of crossing'),
    }),
    '转关单提单',
    'Bill of the transit',
  ),
})

/** CUSTOM: the declaration of a packing, nearly the heads and lines of a customs declaration under other names. */
export const custom = subject(
  'CUSTOM',
  { zh: '市场采购报关单', en: 'Market procurement declaration' },
  group({
    CustomHead: required(head, '报关单表头', 'Head'),
    ContainerList: optional(
      listed('Container', container, '集装箱', 'Containers').of,
      '集装箱',
      'Containers',
    ),
    CustomDeclCertificateList: optional(
      listed('CustomDeclCertificate', certificate, '随附单证', 'Certificates').of,
      '随附单证',
      'Certificates',
    ),
    CustomGoodsList: listed('CustomGoods', line, '商品', 'Lines of goods'),
    AheadOfTransit: optional(transit, '转关提前', 'Transit declared ahead'),
  }),
)
