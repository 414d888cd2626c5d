import { refusals } from '@tongqu/kernel/refusal'

export const countRefusals = refusals({
  'count.not_found': {
    status: 404,
    text: { zh: '没有此盘点单', en: 'There is no such count' },
    remedy: { zh: '在盘点单列表中选择', en: 'Choose one from the list of counts' },
  },
  'count.nothing_to_count': {
    status: 409,
    text: { zh: '没有可盘的库存', en: 'There is nothing to count' },
    remedy: {
      zh: '放宽范围；无账而有货的，收货入账',
      en: 'Widen what is counted; take in what is there unrecorded',
    },
  },
  'count.too_large': {
    status: 422,
    text: { zh: '一张盘点单最多 {most} 行', en: 'A sheet has {most} lines at most' },
    remedy: { zh: '按商品分几张盘点', en: 'Count by articles, on several sheets' },
  },
  'count.counted_elsewhere': {
    status: 409,
    text: { zh: '部分库存已在盘点单 {number} 上', en: 'Some of it is on the open count {number}' },
    remedy: { zh: '先完成或取消该盘点单', en: 'Finish or cancel that count first' },
  },
  'count.no_such_line': {
    status: 422,
    text: {
      zh: '盘点单没有第 {line} 行，或该行本轮不盘',
      en: 'The sheet has no line {line}, or it is not counted in this round',
    },
    remedy: { zh: '按盘点单上待盘的行填写', en: 'Enter the lines that are open' },
  },
  'count.entered': {
    status: 409,
    text: { zh: '第 {line} 行已由他人盘过', en: 'Somebody else has counted line {line}' },
    remedy: { zh: '有疑问时请其更正', en: 'Ask them to correct it' },
  },
  'count.incomplete': {
    status: 409,
    text: { zh: '还有 {missing} 行没有盘', en: '{missing} lines are not counted yet' },
    remedy: { zh: '没有货的行填 0', en: 'Say 0 where there is nothing' },
  },
  'count.not_counting': {
    status: 409,
    text: { zh: '盘点单 {number} 不在盘点中', en: 'The count {number} is not being counted' },
    remedy: { zh: '查看盘点单的状态', en: 'Look at how it stands' },
  },
  'count.not_counted': {
    status: 409,
    text: {
      zh: '盘点单 {number} 尚未盘完，或已了结',
      en: 'The count {number} is not counted yet, or has ended',
    },
    remedy: { zh: '盘完后再审核', en: 'Approve it once it is counted' },
  },
  'count.own_count': {
    status: 403,
    text: { zh: '盘点人不能审核自己的盘点', en: 'Whoever counted does not approve it' },
    remedy: { zh: '请另一人审核', en: 'Let somebody else approve it' },
  },
  'count.held': {
    status: 409,
    text: {
      zh: '第 {line} 行短少 {missing}，其中可冲减的只有 {left}，其余已被占用或在售',
      en: '{missing} of line {line} are missing, and only {left} are neither held nor on sale',
    },
    remedy: { zh: '解除占用或下架后再审核', en: 'Release what is held or take it off sale, then approve' },
  },
})
