import { code } from '../schema/kinds/code.ts'
import { pattern } from '../schema/kinds/text.ts'
import { group, optional, required } from '../schema/member.ts'
import { amount, createOrg, listed, long, reason, short, subject } from './frame.ts'

/** The old customs codes: 142, 502. */
const currency = code('currencies_numeric', 3)
const unit = code('units', 3)

const hsCode = pattern(
  'C..10',
  /^\d{8,10}$/,
  { zh: '8～10 位数字', en: '8 to 10 digits' },
  pick => String(1e9 + pick(9e9)),
  ['1234567', '12345678901', '12345678AB'],
)

/** GOODS: a kind of goods is put on file, and gets the code that trades name it by. */
export const goods = subject(
  'GOODS',
  { zh: '商品备案', en: 'Goods on file' },
  group({
    GoodList: listed(
      'Good',
      group({
        createOrg,
        goodsCname: required(short, '商品名称', 'Name'),
        goodsEname: optional(short, '商品英文名称', 'Name in English'),
        goodsId: optional(short, '发送方商品编号', 'Number at the sender'),
        goodsImage: optional(long, '商品图片', 'Picture'),
        isBrand: optional(short, '是否有品牌授权', 'Whether the brand is authorised'),
        model: optional(long, '规格型号', 'Specification'),
        producer: optional(short, '生产商', 'Manufacturer'),
        qunit: required(unit, '法定单位', 'Legal unit'),
        wunit: optional(unit, '第二单位', 'Second unit'),
        cunit: required(unit, '成交单位', 'Unit traded in'),
        remark: optional(long, '备注', 'Note'),
        cBrand: optional(short, '中文品牌', 'Brand in Chinese'),
        eBrand: optional(short, '英文品牌', 'Brand in English'),
        goodsCode: optional(short, '平台商品编号', 'Code of the platform'),
        reason,
        hsCode: required(hsCode, '商品编码', 'Tariff code'),
        hsCodeS: optional(short, '附加编码', 'Two more digits'),
        corpOwnerCode: optional(short, '企业自编号', 'Firm’s own number'),
        goodsType: optional(short, '商品分类', 'Kind of goods'),
      }),
      '商品',
      'Goods',
    ),
  }),
)

/** TRAD: a sale between stall and buyer. */
export const trad = subject(
  'TRAD',
  { zh: '交易单', en: 'Trade' },
  group({
    TradeList: listed(
      'Trade',
      group({
        applyWay: optional(short, '申报方式', 'Way of declaring'),
        buyer: required(short, '采购商', 'Buyer'),
        solder: required(short, '经营户', 'Seller', {
          note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
        }),
        proxyer: optional(short, '代理商', 'Agent'),
        isAgencyReceipt: optional(short, '是否代理收款', 'Whether the agent collects'),
        rmbMoney: optional(amount, '人民币金额', 'Amount in CNY'),
        tradingId: optional(short, '发送方交易编号', 'Number at the sender'),
        tradingNo: optional(short, '交易单号（平台返填）', 'Number of the trade, given by the platform'),
        createOrg,
        status: optional(short, '状态', 'State'),
        remark: optional(long, '备注', 'Note'),
        TradeDetailList: listed(
          'TradeDetail',
          group({
            goodsCode: required(short, '平台商品编号', 'Goods, by the platform’s code'),
            quantity: required(amount, '法定数量', 'Legal quantity'),
            cAmount: optional(amount, '成交数量', 'Quantity traded'),
            weight: optional(amount, '第二数量', 'Second quantity'),
            price: required(amount, '单价', 'Unit price'),
            totalPrice: required(amount, '总价', 'Total price'),
            tradeCurr: required(currency, '币制', 'Currency'),
            tradeDetailIdReturn: optional(short, '平台明细编号', 'Line, by the platform’s number'),
            tradeDetailId: optional(short, '发送方明细编号', 'Line, by the sender’s number'),
          }),
          '交易明细',
          'Lines',
        ),
      }),
      '交易单',
      'Trades',
    ),
  }),
)
