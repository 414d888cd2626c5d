import { type FieldSpec, fieldsOf } from '../field.ts'
import { contentUnits } from './choices.ts'

const goods: readonly FieldSpec[] = [
  {
    name: 'sellerId',
    header: 'lineSellerId',
    zh: '商位',
    also: ['商位/卖方', '摊位', '商位号', 'stall'],
    kind: 'identifier',
    note: { zh: '本行的卖方；一柜多商位时填。', en: 'Seller of this line: a container holds many stalls.' },
    example: 'S-302',
  },
  {
    name: 'hsCode',
    zh: '商品编码',
    also: ['HS编码', '税号', '商品编号', 'hs'],
    kind: 'hs',
    needed: true,
    note: {
      zh: '4 至 10 位数字，文本格式；报关须 10 位。',
      en: '4 to 10 digits, as text; a declaration needs 10.',
    },
    example: '6214100000',
  },
  {
    name: 'name',
    zh: '品名',
    also: ['商品名称'],
    kind: 'text',
    needed: true,
    note: { zh: '商品的中文名称。', en: 'Name of the goods.' },
    example: '丝绸围巾',
  },
  {
    name: 'nameEn',
    zh: '英文品名',
    kind: 'text',
    note: { zh: '商品的英文名称。', en: 'English name of the goods.' },
    example: 'Silk scarf',
  },
  {
    name: 'qty',
    zh: '数量',
    also: ['成交数量', 'quantity'],
    kind: 'decimal',
    positive: true,
    needed: true,
    note: { zh: '大于 0。', en: 'Above 0.' },
    example: '200',
  },
  {
    name: 'unit',
    zh: '单位',
    also: ['成交单位', '计量单位'],
    kind: 'unit',
    needed: true,
    note: { zh: '计量单位代码或名称。', en: 'Code or name of the unit table.' },
    example: '件',
  },
  {
    name: 'price',
    zh: '单价',
    kind: 'decimal',
    needed: true,
    note: { zh: '每单位的价格，以订单货币计。', en: 'Per unit, in the order’s currency.' },
    example: '21.05',
  },
  {
    name: 'netWeight',
    zh: '净重',
    also: ['净重(kg)', '净重(千克)', '净重(公斤)'],
    kind: 'decimal',
    positive: true,
    note: { zh: '本行净重，千克。', en: 'Of the line, in kilograms.' },
    example: '16.0',
  },
  {
    name: 'grossWeight',
    zh: '毛重',
    also: ['毛重(kg)', '毛重(千克)', '毛重(公斤)'],
    kind: 'decimal',
    positive: true,
    note: { zh: '本行毛重，千克。', en: 'Of the line, in kilograms.' },
    example: '18.5',
  },
  {
    name: 'content',
    zh: '含量',
    kind: 'decimal',
    positive: true,
    note: {
      zh: '每单位含量，用于判断高档化妆品。',
      en: 'Per unit; decides whether cosmetics count as high-end.',
    },
    example: '50',
  },
  {
    name: 'contentUnit',
    zh: '含量单位',
    kind: 'choice',
    choices: contentUnits,
    note: { zh: '毫升、克或片。', en: 'Millilitre, gram or piece.' },
    example: 'ml',
  },
  {
    name: 'origin',
    zh: '原产国',
    also: ['原产地', '原产国地区'],
    kind: 'country',
    note: { zh: '两位字母代码或名称。', en: 'Two letters or the name.' },
    example: 'CN',
  },
]

const money: readonly FieldSpec[] = [
  {
    name: 'invoiceAmount',
    zh: '专票金额',
    kind: 'decimal',
    note: {
      zh: '专用发票不含税金额，人民币；没有专票请空着。',
      en: 'CNY without VAT on the special VAT invoice; empty: there is none.',
    },
    example: '25000.00',
  },
  {
    name: 'invoiceRate',
    zh: '专票税率',
    kind: 'rate',
    note: { zh: '专用发票的税率，写成小数。', en: 'Rate of the special VAT invoice, as a fraction.' },
    example: '0.13',
  },
  ...(
    [
      ['mfnRate', '关税税率', '最惠国税率', '最惠国关税税率', 'Duty rate'],
      ['consumptionRate', '消费税率', '消费税税率', '消费税从价税率', 'Consumption tax, ad valorem'],
      ['vatRate', '增值税率', '增值税税率', '增值税税率', 'VAT rate'],
      ['refundRate', '退税率', '出口退税率', '出口退税率', 'Rate of the export refund'],
      ['postalRate', '行邮税率', '行邮税税率', '行邮税税率', 'Rate of the postal-article tax'],
    ] as const
  ).map(
    ([name, zh, other, what, en]): FieldSpec => ({
      name,
      zh,
      also: [other],
      kind: 'rate',
      note: { zh: `${what}，小数；填写则不用税则表。`, en: `${en}, a fraction; stands over the table.` },
      example: '0.13',
    }),
  ),
  {
    name: 'consumptionUnitTax',
    zh: '消费税单位税额',
    kind: 'decimal',
    note: {
      zh: '每单位的消费税，人民币；填写则不用税则表。',
      en: 'Consumption tax per unit, CNY; stands over the table.',
    },
    example: '0.5',
  },
]

const facts: readonly FieldSpec[] = (
  [
    [
      'positiveList',
      '正面清单',
      '是否在零售进口正面清单；填写则不用清单表。',
      'On the list of retail-import goods; stands over the list.',
    ],
    ['licence', '许可证', '是否需要许可证。', 'Whether a licence is needed.'],
    ['inspection', '检验', '是否需要检验检疫。', 'Whether inspection is needed.'],
    ['exportDuty', '出口税', '是否应征出口关税。', 'Whether export duty is due.'],
    ['dangerous', '危险品', '是否危险品。', 'Whether the goods are dangerous.'],
    ['brand', '品牌', '是否带品牌。', 'Whether the goods bear a brand.'],
    ['brandAuthorised', '品牌授权', '品牌是否已授权。', 'Whether the brand’s owner allows it.'],
    [
      'inCluster',
      '本市场采购',
      '是否在认定的市场集聚区采购。',
      'Whether it was bought in the recognised market cluster.',
    ],
  ] as const
).map(([name, zh, note, en]) => ({ name, zh, kind: 'yesNo', note: { zh: note, en }, example: 'no' }))

export const lineFields = fieldsOf('line', [...goods, ...money, ...facts])
