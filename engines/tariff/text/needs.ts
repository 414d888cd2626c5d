import type { Texts } from './texts.ts'

/** What must be known before there is an answer. */
export const needs: Texts = {
  'needs.parameter': [
    '规则参数“{id}”在该日没有取值，不能判断',
    'the rule parameter "{id}" has no value on that day',
  ],
  'needs.fx': ['缺少 {id} 的海关汇率', 'the customs exchange rate of {id} is not loaded'],
  'needs.fx_refund': ['缺少 {id} 的退税汇率', "the tax office's exchange rate of {id} is not loaded"],
  'needs.freight': ['缺少运费，无法换算成交价格', 'the freight is missing, so the price cannot be converted'],
  'needs.insurance': [
    '缺少保费，无法换算成交价格',
    'the insurance is missing, so the price cannot be converted',
  ],
  'needs.price_above_freight': [
    '运保费高于货价，请核对',
    'freight and insurance are above the price: please check',
  ],
  'needs.mfnRate': ['缺少关税税率', 'the duty rate is missing'],
  'needs.originMeasures': [
    '未载入原产地 {id} 在该日的协定、反倾销、反补贴和加征关税，不能计税',
    'the anti-dumping, countervailing and additional duties of origin {id} on that day are not loaded',
  ],
  'needs.vatRate': ['缺少增值税税率', 'the VAT rate is missing'],
  'needs.consumptionRate': ['缺少消费税税率', 'the consumption tax rate is missing'],
  'needs.consumptionUnitTax': [
    '该商品从量或复合计征消费税，缺少单位税额',
    'these goods bear consumption tax per unit, and the unit tax is missing',
  ],
  'needs.quantityInUnit': ['缺少按计税单位 {id} 的数量', 'the quantity in the taxed unit {id} is missing'],
  'needs.netWeight': ['缺少净重', 'the net weight is missing'],
  'needs.content': [
    '缺少每件含量，无法判断是否高档化妆品',
    'the content per unit is missing, so high-end cosmetics cannot be told',
  ],
  'needs.refundRate': [
    '缺少出口退税率，或编码位数不足以确定',
    'the refund rate is missing, or the code is too short to tell it',
  ],
  'needs.invoiceRate': [
    '缺少专用发票税率，或税率不在法定税率之内',
    'the rate of the special invoice is missing or is not a lawful one',
  ],
  'needs.vatPayer': [
    '未说明卖方是否一般纳税人',
    'whether the seller is a general VAT taxpayer is not stated',
  ],
  'needs.sellerKind': ['未说明卖方类型', 'the kind of seller is not stated'],
  'needs.inputVat': ['缺少生产企业当月进项税额', "the producer's input VAT of the month is missing"],
  'needs.domesticOutputVat': [
    '缺少生产企业当月内销销项税额',
    "the producer's domestic output VAT of the month is missing",
  ],
  'needs.exportDuty': ['不知是否征收出口关税', 'whether export duty is due is not known'],
  'needs.exportDutyRate': ['缺少出口关税税率', 'the export duty rate is missing'],
  'needs.pilotCity': ['未说明所在城市是否开展1210业务', 'whether 1210 is open in this city is not stated'],
  'needs.buyerId': ['缺少订购人身份证件', "the buyer's identity document is missing"],
  'needs.positiveList': [
    '不知商品是否在零售进口商品清单（正面清单）内',
    'whether the goods are on the list of retail imports is not known',
  ],
  'needs.settlement': [
    '未说明结汇方式，当时不准现金结算',
    'the settlement is not stated, and cash was not allowed then',
  ],
  'needs.inCluster': [
    '未说明是否在认定的市场集聚区采购',
    'whether it was bought in the recognised cluster is not stated',
  ],
  'needs.brandAuthorised': ['品牌货物未说明是否已获授权', 'whether the brand is authorised is not stated'],
  'needs.hsCode': ['编码位数不足以判断', 'the code has too few digits to tell'],
  'needs.postalRate': ['缺少行邮税税率', 'the rate of the postal-article tax is missing'],
  'needs.luggageSelection': [
    '超过限额且税率不同，须选定免税物品',
    'above the limit with different rates: the free items must be chosen',
  ],
  'needs.retail_channel': [
    '零售进口渠道是否可用尚不能判断',
    'whether the retail channel is open is not yet known',
  ],
}
