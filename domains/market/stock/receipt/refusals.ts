import { refusals } from '@tongqu/kernel/refusal'

export const receiptRefusals = refusals({
  'receipt.not_found': {
    status: 404,
    text: { zh: '没有此收货单', en: 'There is no such receipt' },
    remedy: { zh: '在收货单列表中选择', en: 'Choose one from the list of receipts' },
  },
  'receipt.ended': {
    status: 409,
    text: { zh: '收货单 {number} 已经结束', en: 'The receipt {number} has ended' },
    remedy: { zh: '另行预报', en: 'Announce another one' },
  },
  'receipt.begun': {
    status: 409,
    text: {
      zh: '收货单 {number} 已开始收货，不能取消',
      en: 'Goods of the receipt {number} have come: it cannot be cancelled',
    },
    remedy: { zh: '请仓库关闭收货单', en: 'Let the keeper close it' },
  },
  'receipt.no_such_line': {
    status: 422,
    text: { zh: '收货单没有第 {line} 行', en: 'The receipt has no line {line}' },
    remedy: { zh: '行号从 1 开始', en: 'Lines are numbered from 1' },
  },
  'receipt.nothing_said': {
    status: 422,
    text: {
      zh: '第 {line} 行既没有收下也没有拒收',
      en: 'Line {line} says neither what came nor what was rejected',
    },
    remedy: { zh: '填写收下或拒收的数量', en: 'Say how much was taken in or rejected' },
  },
  'receipt.over': {
    status: 409,
    text: {
      zh: '第 {line} 行预报 {announced}，已收 {accepted}，再收 {asked} 超出容差 {tolerance}',
      en: 'Line {line}: {announced} announced, {accepted} taken in; {asked} more is above the tolerance of {tolerance}',
    },
    remedy: {
      zh: '多出的部分拒收，或请货主另行预报（依据：{source}）',
      en: 'Reject what is over, or let the owner announce it (by {source})',
    },
  },
  'receipt.reason_needed': {
    status: 422,
    text: {
      zh: '实收与预报不符，关闭时须说明原因',
      en: 'What came is not what was announced: closing says why',
    },
    remedy: { zh: '填写原因', en: 'Give the reason' },
  },
  'lot.needed': {
    status: 422,
    text: { zh: '{sku} 须写明批号或序列号', en: '{sku} comes with its lot or serial number' },
    remedy: { zh: '按货物上的标识填写', en: 'Read it off the goods' },
  },
  'lot.not_tracked': {
    status: 422,
    text: { zh: '{sku} 不分批管理', en: '{sku} is not told apart by lots' },
    remedy: { zh: '去掉批号', en: 'Leave the lot out' },
  },
  'lot.not_made_yet': {
    status: 422,
    text: { zh: '批次 {lot} 的生产日期在今天之后', en: 'The lot {lot} would be made after today' },
    remedy: { zh: '核对生产日期', en: 'Check the day of making' },
  },
  'lot.dates_crossed': {
    status: 422,
    text: { zh: '批次 {lot} 的到期日早于生产日期', en: 'The lot {lot} would expire before it was made' },
    remedy: { zh: '核对两个日期', en: 'Check both days' },
  },
  'lot.dates_needed': {
    status: 422,
    text: {
      zh: '{sku} 有保质期，批次 {lot} 须写明生产日期或到期日',
      en: '{sku} has a shelf life: the lot {lot} says when it was made or expires',
    },
    remedy: { zh: '按货物上的日期填写', en: 'Read the day off the goods' },
  },
  'lot.expired': {
    status: 422,
    text: { zh: '批次 {lot} 已经过期，不能入库', en: 'The lot {lot} has expired and is not taken in' },
    remedy: { zh: '拒收这些货物', en: 'Reject these goods' },
  },
  'lot.dates_differ': {
    status: 409,
    text: {
      zh: '批次 {lot} 已登记为 {producedOn} 至 {expiresOn}',
      en: 'The lot {lot} is known as made {producedOn}, good to {expiresOn}',
    },
    remedy: { zh: '核对批号与日期', en: 'Check the number and the days' },
  },
  'lot.serial_one': {
    status: 422,
    text: { zh: '序列号 {lot} 只对应一件', en: 'The serial number {lot} is one piece' },
    remedy: { zh: '每件填一个序列号', en: 'Give each piece its own number' },
  },
  'lot.serial_taken': {
    status: 409,
    text: { zh: '序列号 {lot} 已经登记过', en: 'The serial number {lot} is known already' },
    remedy: { zh: '核对序列号', en: 'Check the number' },
  },
  'lot.unknown': {
    status: 422,
    text: { zh: '没有批次 {lot}', en: 'There is no lot {lot}' },
    remedy: { zh: '退回的货物须是出过库的批次', en: 'What is returned is of a lot that was issued' },
  },
})
