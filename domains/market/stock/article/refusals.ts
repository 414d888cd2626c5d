import { refusals } from '@tongqu/kernel/refusal'

export const articleRefusals = refusals({
  'article.not_found': {
    status: 404,
    text: { zh: '没有此商品', en: 'There is no such article' },
    remedy: { zh: '在商品列表中选择', en: 'Choose one from the list of articles' },
  },
  'article.sku_taken': {
    status: 409,
    text: { zh: '商品编号 {sku} 已经用过', en: 'The article number {sku} is taken' },
    remedy: { zh: '另取编号', en: 'Take another number' },
  },
  'article.unit_unknown': {
    status: 422,
    text: { zh: '库存不以 {unit} 计量', en: 'Stock is not counted in {unit}' },
    remedy: { zh: '可用的计量单位：{units}', en: 'Units of measure: {units}' },
  },
  'article.serial_in_pieces': {
    status: 422,
    text: {
      zh: '按序列号管理的商品须以整件计量',
      en: 'An article told apart by serial number is counted in whole pieces',
    },
    remedy: { zh: '改用没有小数的计量单位', en: 'Use a unit without decimals' },
  },
})
