import { country, currency, quantity, unit, weight } from '../declaration/terms.ts'
import { choice, code } from '../schema/kinds/code.ts'
import { decimal, integer } from '../schema/kinds/number.ts'
import { pattern, text } from '../schema/kinds/text.ts'
import { cdata, group, optional, required } from '../schema/member.ts'

const factor = decimal(19, 5)

/** Goods are known by 8 digits of the older tariff or by 10. */
const hsCode = pattern(
  'C10',
  /^\d{8}(\d{2})?$/,
  { zh: '10 位数字（早期 8 位）', en: '10 digits, 8 in older books' },
  pick => String(1e9 + pick(9e9)),
  ['1234567', '123456789', '12345678AB'],
)

const modifiedMark = choice({
  0: { zh: '未修改', en: 'unchanged' },
  1: { zh: '修改', en: 'changed' },
  2: { zh: '删除', en: 'deleted' },
  3: { zh: '增加', en: 'added' },
})

/** InvtListType: one line of the list, which moves one line of the book. */
export const invtList = group({
  SeqNo: optional(text(18), '中心统一编号', 'Number of the window', {
    note: { zh: '首次导入由系统返填。', en: 'Filled in by the window at first.' },
  }),
  GdsSeqno: required(integer(19), '商品序号', 'Number of the line'),
  PutrecSeqno: optional(integer(19), '备案序号（对应底账序号）', 'Line of the book'),
  GdsMtno: required(text(32), '商品料号', 'Article'),
  Gdecd: required(hsCode, '商品编码', 'Tariff code'),
  GdsNm: cdata(required(text(512), '商品名称', 'Name of the goods')),
  GdsSpcfModelDesc: required(text(512), '商品规格型号', 'Specification'),
  DclUnitcd: required(unit, '申报计量单位', 'Declared unit'),
  LawfUnitcd: required(unit, '法定计量单位', 'Legal unit'),
  SecdLawfUnitcd: optional(unit, '法定第二计量单位', 'Second legal unit'),
  Natcd: required(country, '原产国（地区）', 'Country of origin'),
  DclUprcAmt: required(decimal(19, 4), '企业申报单价', 'Unit price'),
  DclTotalAmt: required(decimal(19, 2), '企业申报总价', 'Total price'),
  UsdStatTotalAmt: optional(decimal(25, 5), '美元统计总金额', 'Total in US dollars for statistics'),
  DclCurrcd: required(currency, '币制', 'Currency'),
  LawfQty: required(quantity, '法定数量', 'Legal quantity'),
  SecdLawfQty: optional(quantity, '第二法定数量', 'Second legal quantity', {
    note: { zh: '有法定第二计量单位时必填。', en: 'Needed where there is a second legal unit.' },
  }),
  WtSfVal: optional(factor, '重量比例因子', 'Factor of weight'),
  FstSfVal: optional(factor, '第一比例因子', 'First factor'),
  SecdSfVal: optional(factor, '第二比例因子', 'Second factor'),
  DclQty: required(quantity, '申报数量', 'Declared quantity'),
  GrossWt: optional(weight, '毛重', 'Gross weight'),
  NetWt: optional(weight, '净重', 'Net weight'),
  UseCd: optional(text(4), '用途代码', 'Use', { note: { zh: '已取消，不需填写。', en: 'No longer used.' } }),
  LvyrlfModecd: required(code('duty_modes', 1), '征免方式', 'Way of levying'),
  UcnsVerno: optional(text(8), '单耗版本号', 'Version of the bill of materials'),
  ClyMarkcd: optional(text(4), '归类标志', 'Mark of classification'),
  EntryGdsSeqno: optional(integer(19), '报关单商品序号', 'Line of the declaration', {
    note: { zh: '填写后按此归并报关单商品。', en: 'Lines of one number are merged in the declaration.' },
  }),
  ApplyTbSeqno: optional(integer(19), '流转申报表序号', 'Line of the transfer’s application'),
  DestinationNatcd: required(country, '最终目的国', 'Country of final destination'),
  ModfMarkcd: required(modifiedMark, '修改标志', 'What becomes of the line'),
  Rmk: cdata(optional(text(4000), '备注', 'Note')),
})
