import { choice, code } from '../schema/kinds/code.ts'
import { decimal, integer } from '../schema/kinds/number.ts'
import { pattern, text } from '../schema/kinds/text.ts'
import { time } from '../schema/kinds/time.ts'

// The words that the cross-border messages share: format, name in Chinese and in English. Lengths are those of the
// e-port's own schema; where an export message has another length, its file says so.

const digits = (length: number) => (pick: (n: number) => number) =>
  Array.from({ length }, () => String(pick(10))).join('')
const day = (pick: (n: number) => number) => time('yyyyMMdd').sample(pick)

/** 36 characters in upper case, as the sender makes them. */
export const guidKind = pattern(
  'C36',
  /^[0-9A-Z-]{36}$/,
  { zh: '36 位唯一序号，字母大写', en: '36 characters, letters in upper case' },
  pick => '########-####-####-####-############'.replace(/#/g, () => '0123456789ABCDEF'[pick(16)]!),
  ['4CDE1CFD', '4cde1cfd-eded-46b1-946c-b8022e42fc94'],
)

const preNoKind = pattern(
  'C18',
  /^B\d{17}$/,
  { zh: 'B＋8 位年月日＋9 位流水号', en: 'B, the day in 8 digits, a number of 9' },
  pick => `B${day(pick)}${digits(9)(pick)}`,
  ['20260101123456789', 'C20260101123456789'],
)

const invtNoKind = pattern(
  'C18',
  /^\d{8}[IE]\d{9}$/,
  {
    zh: '4 位关区＋4 位年＋进出口标记 I/E＋9 位流水号',
    en: 'customs office in 4 digits, year in 4, I or E, a number of 9',
  },
  pick => `${digits(4)(pick)}20${digits(2)(pick)}${'IE'[pick(2)]}${digits(9)(pick)}`,
  ['64092023X000722460', '64092023I00072246'],
)

const hsCodeKind = pattern('C10', /^\d{10}$/, { zh: '10 位数字', en: '10 digits' }, digits(10), [
  '123456789',
  '12345678901',
  '12345678AB',
])

export const amount = decimal(19, 5)
/**
 * Money of retail import: N16,2 by the page of the field table, N19,5 by the e-port's own schema. The narrower is what
 * both take.
 */
export const money = decimal(16, 2)
export const customsOffice = code('customs_districts', 4)
/** Money by the numeric code of the customs: 142 is CNY. */
export const moneyCode = code('currencies_numeric', 3)
export const countryCode = code('countries_numeric', 3)
export const unitCode = code('units', 3)
export const idType = choice({
  1: { zh: '身份证', en: 'identity card' },
  2: { zh: '其它', en: 'other' },
})
const feeMark = choice({
  1: { zh: '率', en: 'rate' },
  2: { zh: '单价', en: 'unit price' },
  3: { zh: '总价', en: 'total' },
})

export const guid = [guidKind, '系统唯一序号', 'Unique number of this record'] as const
export const appType = [
  choice({
    1: { zh: '新增', en: 'new' },
    2: { zh: '变更', en: 'change' },
    3: { zh: '删除', en: 'delete' },
  }),
  '报送类型',
  'Kind of submission',
] as const
export const appTime = [time('yyyyMMddHHmmss'), '报送时间', 'Time of submission'] as const
export const appStatus = [
  choice({ 1: { zh: '暂存', en: 'draft' }, 2: { zh: '申报', en: 'declared' } }),
  '业务状态',
  'State',
  { note: { zh: '填写 2 时必须有签名节点。', en: 'With 2 the message must carry a signature.' } },
] as const

export const orderNo = [text(60), '订单编号', 'Order number'] as const
export const ebpCode = [text(18), '电商平台代码', 'Code of the platform'] as const
export const ebpName = [text(100), '电商平台名称', 'Name of the platform'] as const
export const ebcCode = [text(18), '电商企业代码', 'Code of the e-commerce firm'] as const
export const ebcName = [text(100), '电商企业名称', 'Name of the e-commerce firm'] as const
export const logisticsNo = [text(60), '物流运单编号', 'Waybill number'] as const
export const logisticsCode = [text(18), '物流企业代码', 'Code of the carrier'] as const
export const logisticsName = [text(100), '物流企业名称', 'Name of the carrier'] as const
export const agentCode = [text(18), '申报企业代码', 'Code of the declarant'] as const
export const agentName = [text(100), '申报企业名称', 'Name of the declarant'] as const
export const operatorCode = [
  text(18),
  '监管场所经营人代码',
  'Code of the supervised yard’s operator',
] as const
export const operatorName = [
  text(100),
  '监管场所经营人名称',
  'Name of the supervised yard’s operator',
] as const
export const payCode = [text(18), '支付企业代码', 'Code of the payment firm'] as const
export const payName = [text(100), '支付企业名称', 'Name of the payment firm'] as const
export const payTransactionId = [text(60), '支付交易编号', 'Number of the payment'] as const

export const copNo = [text(20), '企业内部编号', 'Sender’s own number'] as const
export const preNo = [preNoKind, '电子口岸编号', 'Number given by the e-port'] as const
export const invtNo = [invtNoKind, '清单编号', 'Number given by the customs to the list'] as const
export const emsNo = [text(30), '账册编号', 'Number of the bonded book'] as const
export const assureCode = [text(30), '担保企业编号', 'Code of the guaranteeing firm'] as const
export const customsCode = [customsOffice, '申报海关代码', 'Customs office of declaration'] as const
export const portCode = [customsOffice, '口岸海关代码', 'Customs office of the port'] as const
export const ieFlag = [
  choice({ I: { zh: '进口', en: 'import' }, E: { zh: '出口', en: 'export' } }),
  '进出口标记',
  'Import or export',
] as const
export const tradeMode = [code('trade_modes', 4), '贸易方式', 'Customs mode'] as const
export const trafMode = [code('transport_modes', 1), '运输方式', 'Mode of transport'] as const
export const trafNo = [text(100), '运输工具编号', 'Means of transport'] as const
export const trafName = [text(100), '运输工具名称', 'Name of the means of transport'] as const
export const domesticTrafNo = [text(100), '境内运输工具编号', 'Domestic means of transport'] as const
export const voyageNo = [text(32), '航班航次号', 'Voyage or flight number'] as const
export const billNo = [text(37), '提运单号', 'Bill of lading'] as const
export const loctNo = [text(10), '监管场所代码', 'Code of the supervised yard'] as const
export const licenseNo = [text(19), '许可证件号', 'Licence number'] as const
export const totalPackageNo = [text(60), '总包号', 'Number of the bag or pallet'] as const

export const currency = [moneyCode, '币制', 'Currency'] as const
export const freight = [amount, '运费', 'Freight'] as const
export const insuredFee = [amount, '保费', 'Insurance'] as const
export const importFreight = [money, '运费', 'Freight'] as const
export const importInsuredFee = [money, '保费', 'Insurance'] as const
export const fFlag = [feeMark, '运费标志', 'What the freight figure is'] as const
export const iFlag = [feeMark, '保费标志', 'What the insurance figure is'] as const
export const wrapType = [code('package_types_customs', 1), '包装种类代码', 'Kind of packing'] as const
export const packNo = [integer(9), '件数', 'Number of packages'] as const
export const grossWeight = [amount, '毛重（公斤）', 'Gross weight, kg'] as const
export const netWeight = [amount, '净重（公斤）', 'Net weight, kg'] as const

export const buyerIdType = [idType, '订购人证件类型', 'Buyer’s kind of document'] as const
export const buyerIdNumber = [text(60), '订购人证件号码', 'Buyer’s document number'] as const
export const buyerName = [text(60), '订购人姓名', 'Buyer’s name'] as const
export const buyerTelephone = [text(30), '订购人电话', 'Buyer’s telephone'] as const
export const consignee = [text(100), '收货人姓名', 'Consignee'] as const
export const consigneeTelephone = [text(50), '收货人电话', 'Consignee’s telephone'] as const
export const consigneeAddress = [text(200), '收货地址', 'Address of delivery'] as const

export const gnum = [
  integer(4),
  '商品序号',
  'Line number',
  { note: { zh: '从 1 开始连续。', en: 'From 1 without gaps.' } },
] as const
/** Of retail import: N2, so that an order has at most 99 lines. */
export const importGnum = [integer(2), gnum[1], gnum[2], gnum[3]] as const
export const itemNo = [text(30), '企业商品货号', 'Seller’s article number'] as const
export const itemName = [text(250), '企业商品名称', 'Seller’s name of the article'] as const
export const itemDescribe = [text(1000), '企业商品描述', 'Seller’s description'] as const
export const itemRecordNo = [text(30), '账册备案料号', 'Line of the bonded book'] as const
export const gcode = [hsCodeKind, '商品编码', 'HS code'] as const
export const gname = [text(250), '商品名称', 'Name of the goods'] as const
export const gmodel = [text(510), '商品规格型号', 'Model and specification'] as const
/** Of an order: C..250, where a list has C..510. */
export const orderGmodel = [text(250), gmodel[1], gmodel[2]] as const
export const barCode = [text(50), '条形码', 'Bar code'] as const
export const country = [countryCode, '原产国（地区）', 'Country of origin'] as const
export const qty = [amount, '数量', 'Quantity'] as const
export const qty1 = [amount, '法定数量', 'Quantity in the first legal unit'] as const
export const qty2 = [amount, '第二数量', 'Quantity in the second legal unit'] as const
export const unit = [unitCode, '计量单位', 'Unit'] as const
export const unit1 = [unitCode, '法定计量单位', 'First legal unit'] as const
export const unit2 = [unitCode, '第二计量单位', 'Second legal unit'] as const
export const price = [amount, '单价', 'Unit price'] as const
export const totalPrice = [amount, '总价', 'Total price'] as const
export const reason = [text(1000), '原因', 'Reason'] as const
export const note = [text(1000), '备注', 'Remark'] as const
export const msgCount = [integer(9), '报文总数', 'Number of messages it is split into'] as const
export const msgSeqNo = [integer(9), '报文序号', 'Number of this message among them'] as const
