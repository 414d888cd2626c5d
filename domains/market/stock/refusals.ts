import { refusals } from '@tongqu/kernel/refusal'

/** What any step with goods can be refused for. */
export const stockRefusals = refusals({
  'stock.party_needed': {
    status: 422,
    text: { zh: '货物与仓库须属于一个企业或商户', en: 'Goods and warehouses belong to a party' },
    remedy: { zh: '以企业账户登录后办理', en: 'Sign in for a party' },
  },
  'stock.rule_missing': {
    status: 409,
    text: { zh: '{day} 没有可依据的规则 {rule}', en: 'No rule {rule} is in force on {day}' },
    remedy: { zh: '请管理员在数据包中补上该规则', en: 'Ask an administrator to add it to a pack' },
  },
  'stock.not_found': {
    status: 404,
    text: { zh: '没有此库存', en: 'There is no such stock' },
    remedy: { zh: '在库存列表中选择', en: 'Choose it from the list of stock' },
  },
  'stock.not_enough': {
    status: 409,
    text: { zh: '可用数量不足，尚余 {left}', en: 'There is not enough: {left} left' },
    remedy: { zh: '减少数量，或先解除占用', en: 'Ask for less, or release what is held' },
  },
  'stock.blocked': {
    status: 409,
    text: { zh: '该批货物已封存：{reason}', en: 'These goods are blocked: {reason}' },
    remedy: { zh: '解除封存后再办', en: 'Lift the block first' },
  },
  'stock.expired': {
    status: 409,
    text: { zh: '批次 {lot} 已过期（{expiresOn}）', en: 'The lot {lot} has expired ({expiresOn})' },
    remedy: { zh: '核销或另选批次', en: 'Write it off, or choose another lot' },
  },
  'stock.not_keeper': {
    status: 403,
    text: { zh: '此步骤由仓库经营方办理', en: 'This is done by whoever keeps the warehouse' },
    remedy: { zh: '请仓库经营方办理', en: 'Ask the keeper of the warehouse' },
  },
  'stock.not_owner': {
    status: 403,
    text: { zh: '此步骤由货主办理', en: 'This is done by the owner of the goods' },
    remedy: { zh: '请货主办理', en: 'Ask the owner of the goods' },
  },
  'shelf.closed': {
    status: 409,
    text: { zh: '该批货物已停售', en: 'These goods are off sale' },
    remedy: { zh: '解除封存后再办', en: 'Wait until the block is lifted' },
  },
  'hold.expired': {
    status: 409,
    text: { zh: '占用已过期', en: 'The hold has expired' },
    remedy: { zh: '重新占用', en: 'Hold the goods anew' },
  },
  'hold.shipped': {
    status: 409,
    text: { zh: '占用的货物已经出库', en: 'What was held has been shipped already' },
    remedy: { zh: '查看该占用的出库记录', en: 'Look at what was shipped of it' },
  },
  'hold.released': {
    status: 409,
    text: { zh: '占用已经解除', en: 'The hold has been released already' },
    remedy: { zh: '重新占用', en: 'Hold the goods anew' },
  },
  'hold.not_so_much': {
    status: 422,
    text: { zh: '只占用了 {held}', en: 'Only {held} is held' },
    remedy: { zh: '减少数量', en: 'Ask for less' },
  },
  'quantity.not_positive': {
    status: 422,
    text: { zh: '数量 {quantity} 须大于零', en: 'The quantity {quantity} must be more than nothing' },
    remedy: { zh: '填写大于零的数量', en: 'Give a quantity above zero' },
  },
  'quantity.negative': {
    status: 422,
    text: { zh: '数量 {quantity} 不能为负', en: 'The quantity {quantity} cannot be negative' },
    remedy: { zh: '没有货物时填 0', en: 'Say 0 where there is nothing' },
  },
  'quantity.too_fine': {
    status: 422,
    text: {
      zh: '数量 {quantity} 的小数超过 {scale} 位',
      en: 'The quantity {quantity} has more than {scale} decimals',
    },
    remedy: { zh: '按计量单位的小数位填写', en: 'Keep to the decimals of the unit of measure' },
  },
  'quantity.too_large': {
    status: 422,
    text: { zh: '数量 {quantity} 过大', en: 'The quantity {quantity} is too large' },
    remedy: { zh: '核对数量', en: 'Check the quantity' },
  },
  'quantity.wrong_unit': {
    status: 422,
    text: { zh: '{sku} 以 {unit} 计量，不是 {asked}', en: '{sku} is counted in {unit}, not in {asked}' },
    remedy: { zh: '换算成该商品的计量单位', en: "Convert it to the article's unit" },
  },
  'paper.needed': {
    status: 422,
    text: {
      zh: '{movementZh}须附单证编号，凭以下之一：{typesZh}',
      en: '{movementEn} needs the reference of a document, one of: {typesEn}',
    },
    remedy: {
      zh: '先办妥单证，再填写种类与编号（依据：{source}）',
      en: 'Obtain it first, then give its type and number (by {source})',
    },
  },
  'paper.unfit': {
    status: 422,
    text: {
      zh: '{movementZh}不凭{type}，凭以下之一：{typesZh}',
      en: '{movementEn} does not go by {type}, but by one of: {typesEn}',
    },
    remedy: { zh: '改填合适的单证（依据：{source}）', en: 'Give a document that fits (by {source})' },
  },
  'paper.type_unknown': {
    status: 422,
    text: { zh: '没有名为 {type} 的单证种类', en: 'There is no type of document named {type}' },
    remedy: { zh: '可用的种类：{types}', en: 'Types: {types}' },
  },
})
