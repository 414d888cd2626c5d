import { code } from '../schema/kinds/code.ts'
import { decimal, integer } from '../schema/kinds/number.ts'
import { pattern, text } from '../schema/kinds/text.ts'
import { cdata, group, many, optional, required } from '../schema/member.ts'
import { later } from './source.ts'
import * as t from './terms.ts'

const hsCode = pattern(
  'C10',
  /^\d{10}$/,
  { zh: '10 位数字', en: '10 digits' },
  pick => String(1e9 + pick(9e9)),
  ['123456789', '12345678901', '12345678AB'],
)

const vin = group({
  GoodsNo: optional(integer(9), '商品序号', 'Number of the goods'),
  LicenceNo: required(text(40), '许可证编号', 'Licence'),
  LicTypeCode: required(code('licence_types', 5, { min: 3 }), '许可证类别代码', 'Kind of licence'),
  VinNo: optional(text(100), 'VIN 序号', 'Number of the vehicle'),
  BillLadDate: optional(t.day, '提/运单日期', 'Day of the bill of lading'),
  QualityQgp: optional(text(100), '质量保质期', 'Warranty'),
  VinCode: optional(text(20), '车辆识别代码（VIN）', 'Vehicle identification number'),
  MotorNo: optional(text(100), '发动机号或电机号', 'Engine or motor'),
  InvoiceNo: optional(text(30), '发票号', 'Invoice'),
  InvoiceNum: optional(decimal(19, 5), '发票所列数量', 'Quantity on the invoice'),
  ProdCnnm: optional(text(500), '品名（中文）', 'Name in Chinese'),
  ProdEnnm: optional(text(500), '品名（英文）', 'Name in English'),
  ModelEn: optional(text(500), '型号（英文）', 'Model in English'),
  ChassisNo: optional(text(10), '底盘（车架）号', 'Chassis'),
  PricePerUnit: optional(text(20), '单价', 'Unit price'),
})

const goodsLimit = group({
  GoodsNo: required(integer(9), '商品序号', 'Number of the goods'),
  LicTypeCode: optional(code('licence_types', 5, { min: 3 }), '许可证类别代码', 'Kind of licence'),
  LicenceNo: optional(text(40), '许可证编号', 'Licence'),
  LicWrtofDetailNo: optional(text(4), '许可证核销明细序号', 'Line of the licence written off'),
  LicWrtofQty: optional(text(20), '许可证核销数量', 'Quantity written off'),
  DecGoodsLimitVin: many(vin, { min: 0, max: 999 }, '许可证 VIN 信息', 'Vehicles of the licence'),
  LicWrtofQtyUnit: optional(t.unit, '许可证核销数量单位', 'Unit of that quantity', { source: later }),
})

/** DecList: one line of goods. */
export const decList = group({
  ClassMark: optional(text(1), '归类标志', 'Mark of classification'),
  CodeTS: required(hsCode, '商品编号', 'Tariff code'),
  ContrItem: optional(integer(9), '备案序号', 'Line of the book'),
  DeclPrice: optional(t.price, '申报单价', 'Unit price'),
  DutyMode: optional(code('duty_modes', 1), '征免方式', 'Way of levying'),
  Factor: optional(decimal(11, 3), '申报计量单位与法定单位比例因子', 'Factor between the units'),
  GModel: cdata(
    optional(text(255), '商品规格、型号', 'Specification', {
      note: { zh: '申报要素，以“|”分隔。', en: 'The declaration elements, separated by |.' },
    }),
  ),
  GName: cdata(optional(text(255), '商品名称', 'Name of the goods')),
  GNo: required(integer(9), '商品序号', 'Number of the line'),
  OriginCountry: optional(t.country, '原产国', 'Country of origin'),
  TradeCurr: optional(t.currency, '成交币制', 'Currency'),
  DeclTotal: optional(t.price, '申报总价', 'Total price'),
  GQty: optional(t.quantity, '成交数量', 'Quantity traded'),
  FirstQty: optional(t.quantity, '第一法定数量', 'First legal quantity'),
  SecondQty: optional(t.quantity, '第二法定数量', 'Second legal quantity'),
  GUnit: optional(t.unit, '成交计量单位', 'Unit traded in'),
  FirstUnit: optional(t.unit, '第一法定单位', 'First legal unit'),
  SecondUnit: optional(t.unit, '第二法定单位', 'Second legal unit'),
  UseTo: optional(text(2), '用途/生产厂家', 'Use or producer'),
  WorkUsd: optional(t.price, '工缴费', 'Processing fee'),
  ExgNo: optional(text(30), '货号', 'Article of the book'),
  ExgVersion: optional(integer(8), '版本号', 'Version of the bill of materials'),
  DestinationCountry: required(t.country, '最终目的国（地区）', 'Country of final destination'),
  CiqCode: optional(text(20), '监管类别', 'Category of supervision', {
    note: { zh: '填 3 位监管类别。', en: 'Three characters.' },
  }),
  DeclGoodsEname: optional(text(100), '商品英文名称', 'Name in English'),
  OrigPlaceCode: optional(text(50), '原产地区', 'Region of origin'),
  Purpose: optional(code('uses', 4, { min: 2 }), '用途', 'Use'),
  ProdValidDt: optional(text(20), '产品有效期', 'Valid until'),
  ProdQgp: optional(text(20), '产品保质期', 'Shelf life'),
  GoodsAttr: optional(text(20), '货物属性', 'Attributes of the goods', {
    note: { zh: '多个属性以逗号分隔。', en: 'Several are separated by commas.' },
  }),
  Stuff: optional(text(400), '成份/原料/组份', 'Ingredients'),
  Uncode: optional(text(20), 'UN 编码', 'UN number'),
  DangName: optional(text(80), '危险货物名称', 'Name as dangerous goods'),
  DangPackType: optional(text(4), '危包类别', 'Packing group'),
  DangPackSpec: optional(text(24), '危包规格', 'Packing of dangerous goods'),
  EngManEntCnm: optional(text(100), '境外生产企业名称', 'Foreign producer'),
  NoDangFlag: optional(text(1), '非危险化学品', 'Not dangerous'),
  DestCode: optional(text(8), '目的地代码', 'Destination'),
  GoodsSpec: optional(text(2000), '检验检疫货物规格', 'Specification for inspection'),
  GoodsModel: optional(text(2000), '货物型号', 'Models'),
  GoodsBrand: optional(text(2000), '货物品牌', 'Brands'),
  ProduceDate: optional(text(2000), '生产日期', 'Days of production', {
    note: { zh: 'yyyyMMdd，多个以分号分隔。', en: 'yyyyMMdd, several separated by semicolons.' },
  }),
  ProdBatchNo: optional(text(2000), '生产批号', 'Batches'),
  DistrictCode: optional(
    code('domestic_districts', 5),
    '境内目的地/境内货源地',
    'Domestic destination or source',
  ),
  CiqName: cdata(optional(text(50), '检验检疫名称', 'Name for inspection')),
  DecGoodsLimits: optional(
    group({ DecGoodsLimit: many(goodsLimit, { min: 0, max: 99 }, '许可证', 'Licence') }),
    '许可证信息',
    'Licences of the line',
  ),
  MnufctrRegNo: optional(text(20), '生产单位注册号', 'Producer’s registration (export)'),
  MnufctrRegName: optional(text(150), '生产单位名称', 'Producer’s name (export)'),
  RcepOrigPlaceCode: optional(t.country, '优惠贸易协定项下原产地', 'Origin under the agreement', {
    source: later,
  }),
  ControlExplainCode: optional(text(4), '禁限管制识别码', 'Code of controlled goods', { source: later }),
})
