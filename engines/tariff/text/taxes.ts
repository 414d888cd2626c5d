import type { Texts } from './texts.ts'

/** How amounts came about; what could not be read; the trader's own choice; warnings; deadlines. */
export const taxes: Texts = {
  'value.insurance_reckoned': [
    '保费不明，按货价加运费的 {rate} 计',
    'unknown insurance reckoned at {rate} of goods and freight',
  ],
  'value.freight_beside_price': [
    '未填成交方式：所填运费、保费按价外计入完税价格',
    'no incoterm is stated: the freight and insurance stated are taken to stand beside the price',
  ],
  'duty.measures_not_checked': [
    '按行内所填关税税率计算；未载入原产地 {origin} 的反倾销、反补贴和加征关税，未予核对',
    "the line's own duty rate is used; anti-dumping, countervailing and additional duties of origin {origin} are not loaded and were not checked",
  ],
  'duty.provisional_rate': ['适用暂定税率 {rate}', 'the provisional rate of {rate} applies'],
  'duty.agreement_rate_open': [
    '{origin} 原产，凭原产地证可用协定税率 {rate}',
    'with a certificate of origin {origin} the agreement rate of {rate} is open',
  ],
  'duty.anti_dumping': [
    '对 {origin} 征收反倾销税 {rate}（{source}）',
    'anti-dumping duty of {rate} on origin {origin} ({source})',
  ],
  'duty.countervailing': [
    '对 {origin} 征收反补贴税 {rate}（{source}）',
    'countervailing duty of {rate} on origin {origin} ({source})',
  ],
  'duty.additional': [
    '对 {origin} 加征关税 {rate}（{source}）',
    'additional duty of {rate} on origin {origin} ({source})',
  ],
  'small_amount.duty_free': [
    '关税不超过起征额，免征',
    'the duty does not exceed the small amount and is free',
  ],
  'small_amount.consumption_tax_free': [
    '消费税不超过起征额，免征',
    'the consumption tax does not exceed the small amount and is free',
  ],
  'small_amount.left_out_of_base': [
    '免征的税不计入后续税种的计税价格',
    'a tax that is free does not enter the base of the next',
  ],
  'small_amount.enters_base': [
    '免征的税仍计入后续税种的计税价格',
    'a tax that is free still enters the base of the next',
  ],
  'small_amount.vat_free': [
    '增值税不超过起征额，免征',
    'the VAT does not exceed the small amount and is free',
  ],
  'consumption_tax.not_high_end': [
    '未达高档化妆品价格，不征消费税',
    'below the price of high-end cosmetics: no consumption tax',
  ],
  'export_duty.due': ['征收出口关税 {rate}', 'export duty of {rate} is due'],
  'export_duty.stated_none': [
    '税则出口税率为 {rate}，行内写明不征出口关税，按所写计算，须核对暂定税率',
    'the tariff has an export rate of {rate}; the line states no export duty and is taken at its word: check the provisional rate',
  ],
  'refund.not_general_taxpayer': ['不是一般纳税人：免税不退税', 'not a general taxpayer: exempt, no refund'],
  'refund.by_invoice': ['凭增值税专用发票退税', 'refunded on the special VAT invoice'],
  'refund.no_invoice': [
    '没有增值税专用发票：视同内销，销项税 {vat} 元',
    'no special VAT invoice: taxed as a domestic sale, output VAT CNY {vat}',
  ],
  'refund.capped_by_invoice': [
    '退税率按专用发票税率 {rate} 封顶',
    "the refund is capped at the invoice's {rate}",
  ],
  'refund.rate_changed': ['退税率自 {from} 起为 {rate}', 'the refund rate is {rate} from {from}'],
  'refund.rate_zero_taxed': ['退税率为零：视同内销征税', 'refund rate 0: taxed as a domestic sale'],
  'refund.rate_zero_exempt': [
    '退税率为零：免税，进项不得抵扣',
    'refund rate 0: exempt, input VAT not creditable',
  ],
  'refund.part_not_refunded': [
    '征退税率差 {amount} 元计入成本',
    'CNY {amount} are not refunded and go to cost',
  ],
  'refund.producer_month': [
    '免抵退：不得抵扣 {notCreditable} 元，免抵额 {exemptedOffset} 元，应纳 {payable} 元，留抵 {creditLeft} 元',
    'exempt-credit-refund: not creditable CNY {notCreditable}, offset {exemptedOffset}, payable {payable}, credit left {creditLeft}',
  ],
  'override.reason_missing': ['改选监管方式须写明理由', 'choosing another mode needs a reason'],
  'override.mode_not_allowed': ['{mode} 不在可用的监管方式之内', '{mode} is not among the allowed modes'],
  'input.not_a_decimal': ['“{value}”不是数', '"{value}" is not a decimal number'],
  'input.not_positive': ['须大于零，写的是“{value}”', 'must be above zero, not "{value}"'],
  'input.not_an_amount': [
    '“{value}”不是至多两位小数的金额',
    '"{value}" is not an amount with at most two decimals',
  ],
  'input.not_a_fraction': [
    '税率须写成小数（如 0.13），写的是“{value}”',
    'a rate is a fraction such as 0.13, not "{value}"',
  ],
  'input.too_large': ['金额过大', 'the amount is too large'],
  'input.bad_code': ['商品编码须为4至10位数字', 'a commodity code has 4 to 10 digits'],
  'input.no_lines': ['订单没有商品行', 'the order has no lines'],
  'input.bad_date': ['“{value}”不是日期', '"{value}" is not a date'],
  'input.discount_above_price': ['优惠高于货价', 'the discount is above the price'],
  'input.order_twice': ['订单号重复', 'the order number stands twice in the book'],
  'tariff.edition_is_older': [
    '税则为 {year} 年版（{id}），不是计划所用的 {planYear} 年，结果须核对',
    'the tariff is the edition of {year} ({id}), not of {planYear}: check the result',
  ],
  'tariff.edition_is_newer': [
    '税则为 {year} 年版（{id}），晚于计划所用的 {planYear} 年，结果须核对',
    'the tariff is the edition of {year} ({id}), later than {planYear}: check the result',
  ],
  'three_documents.order_sum': [
    '订单实付金额不等于货值＋运费＋税款－非现金抵扣',
    'the amount paid is not goods + freight + tax − what was not paid in money',
  ],
  'three_documents.no_payment': ['缺少支付单', 'the payment is missing'],
  'three_documents.payment_order_no': ['支付单的订单号不符', "the payment's order number differs"],
  'three_documents.payment_platform': ['支付单的电商平台不符', "the payment's platform differs"],
  'three_documents.amount_paid': ['支付金额与订单实付金额不符', 'the amount paid differs from the order'],
  'three_documents.payer': ['支付人不是订购人', 'the payer is not the buyer'],
  'three_documents.no_waybill': ['缺少运单', 'the waybill is missing'],
  'three_documents.waybill_order_no': ['运单的订单号不符', "the waybill's order number differs"],
  'three_documents.consignee': [
    '运单的收货人、电话或地址不符',
    "the waybill's consignee, telephone or address differs",
  ],
  'retail.year_used_not_stated': [
    '{orders} 单零售进口没有填订购人当年已用额度，平台也无记录，按本簿之前未用计',
    '{orders} retail imports state no amount used of the yearly limit and there is no own record: nothing is taken as used before this book',
  ],
  'refund.producer_month_shared': [
    '{orders} 单为同一生产企业同一月份的出口，各单都按当月进项单独计算，退税合计可能偏高，须合并申报核算',
    "{orders} exports of one producer in one month are each reckoned on that month's input VAT alone: together the refund may be less",
  ],
  'refund.declare': ['申报退税', 'declare the refund'],
  'refund.last_day': [
    '退税申报最后期限，逾期视同内销',
    'last day for the refund; later is a deemed domestic sale',
  ],
  'refund.settle': ['预退税核算', 'settle the pre-refund'],
  'return.without_tax': ['退货不征税', 'return without tax'],
  'return.reimport_free': ['退运进境免税', 'return from abroad free of import tax'],
  'retail_export.summary': ['汇总申报', 'monthly summary declaration'],
}
