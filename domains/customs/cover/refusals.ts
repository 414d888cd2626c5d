import { refusals } from '@tongqu/kernel/refusal'

export const coverRefusals = refusals({
  'cover.party_unknown': {
    status: 404,
    text: { zh: '没有找到主体“{party}”', en: 'There is no party {party}' },
    remedy: { zh: '写其编号、全称或统一社会信用代码', en: 'Give its id, whole name or credit code' },
  },
  'cover.not_owner': {
    status: 403,
    text: {
      zh: '只有担保企业或账册企业本身可以同意他人使用',
      en: 'Only whose guarantee or book it is may admit others',
    },
    remedy: { zh: '由该企业办理', en: 'Let that firm do it' },
  },
  'cover.bad_amount': {
    status: 422,
    text: { zh: '{value} 不是可用的数额', en: '{value} is no amount that can be taken' },
    remedy: {
      zh: '写大于零的数，金额至多两位小数，数量至多五位',
      en: 'More than nothing; money with two decimals at most, quantities with five',
    },
  },
  'cover.days_crossed': {
    status: 422,
    text: { zh: '有效期的终止日早于起始日', en: 'The last day is before the first' },
    remedy: { zh: '核对有效期', en: 'Check the days' },
  },
  'guarantee.not_found': {
    status: 404,
    text: { zh: '没有此担保', en: 'There is no such guarantee' },
    remedy: { zh: '在担保列表中选择', en: 'Choose one from the list' },
  },
  'guarantee.taken': {
    status: 409,
    text: {
      zh: '担保企业 {code} 在海关 {office} 已有编号 {number} 的担保',
      en: '{code} has a guarantee {number} at {office} already',
    },
    remedy: { zh: '增减金额或延长期限，请改动原担保', en: 'Change that one instead' },
  },
  'guarantee.in_use': {
    status: 409,
    text: {
      zh: '担保余额为 {left} 元，不能减少这么多',
      en: 'CNY {left} are left: it cannot be lowered by so much',
    },
    remedy: { zh: '待已占用的税款结清后再减少', en: 'Wait until what is held or called upon is settled' },
  },
  'tax.not_found': {
    status: 404,
    text: { zh: '没有此税单', en: 'There is no such tax bill' },
    remedy: { zh: '在税单列表中查找', en: 'Look it up in the list' },
  },
  'tax.order_not_found': {
    status: 404,
    text: { zh: '没有缴款书 {order} 的未缴税单', en: 'No tax bill of the payment order {order} is open' },
    remedy: { zh: '核对缴款书编号', en: 'Check the number of the payment order' },
  },
  'book.not_found': {
    status: 404,
    text: { zh: '没有此账册', en: 'There is no such book' },
    remedy: { zh: '在账册列表中选择', en: 'Choose one from the list' },
  },
  'book.taken': {
    status: 409,
    text: { zh: '账册 {number} 已登记', en: 'The book {number} is registered already' },
    remedy: { zh: '核对账册编号', en: 'Check the number' },
  },
  'book.unknown_kind': {
    status: 422,
    text: { zh: '没有“{value}”这种{what}', en: 'There is no {what} {value}' },
    remedy: { zh: '可用的：{known}', en: 'Known: {known}' },
  },
  'book.line_taken': {
    status: 409,
    text: { zh: '账册已有第 {record} 项', en: 'The book has a line {record} already' },
    remedy: { zh: '核对备案序号', en: 'Check the number of the line' },
  },
  'book.line_not_found': {
    status: 404,
    text: { zh: '账册没有第 {record} 项', en: 'The book has no line {record}' },
    remedy: { zh: '在账册的商品项中选择', en: 'Choose one of its lines' },
  },
  'book.more_than_most': {
    status: 422,
    text: { zh: '数量超过该项的上限 {most}', en: 'That is more than the line takes: {most}' },
    remedy: { zh: '核对数量与上限', en: 'Check the quantity and the limit' },
  },
  'book_count.not_found': {
    status: 404,
    text: { zh: '没有此盘点', en: 'There is no such count' },
    remedy: { zh: '在盘点列表中选择', en: 'Choose one from the list' },
  },
  'book_count.ended': {
    status: 409,
    text: { zh: '盘点已办结', en: 'The count is ended' },
    remedy: { zh: '重新盘点', en: 'Count anew' },
  },
  'book_count.same_person': {
    status: 403,
    text: { zh: '盘点须由另一人审核', en: 'Somebody else than who counted must agree' },
    remedy: { zh: '请另一人审核', en: 'Ask another person' },
  },
  'book_count.held': {
    status: 409,
    text: {
      zh: '第 {record} 项可扣减的只有 {left}，其余为在途清单占用',
      en: 'Only {left} of line {record} can be written off: lists under way hold the rest',
    },
    remedy: { zh: '待清单放行或撤销后再审核', en: 'Wait until those lists are released or cancelled' },
  },
  'book_count.stale': {
    status: 409,
    text: {
      zh: '盘点之后第 {record} 项的账面有差异调整',
      en: 'Line {record} was adjusted since it was counted',
    },
    remedy: { zh: '重新盘点', en: 'Count anew' },
  },
})
