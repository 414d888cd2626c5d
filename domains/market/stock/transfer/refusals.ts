import { refusals } from '@tongqu/kernel/refusal'

export const transferRefusals = refusals({
  'transfer.not_found': {
    status: 404,
    text: { zh: '没有此调拨单', en: 'There is no such transfer' },
    remedy: { zh: '在调拨单列表中选择', en: 'Choose one from the list of transfers' },
  },
  'transfer.same_warehouse': {
    status: 422,
    text: { zh: '调出与调入是同一仓库', en: 'A transfer goes from one warehouse to another' },
    remedy: { zh: '改选其中一个仓库', en: 'Choose another warehouse' },
  },
  'transfer.not_ordered': {
    status: 409,
    text: {
      zh: '调拨单 {number} 已发出或已结束',
      en: 'The transfer {number} has been dispatched or has ended',
    },
    remedy: { zh: '查看调拨单的状态', en: 'Look at how it stands' },
  },
  'transfer.not_dispatched': {
    status: 409,
    text: { zh: '调拨单 {number} 不在途中', en: 'The transfer {number} is not on the way' },
    remedy: { zh: '查看调拨单的状态', en: 'Look at how it stands' },
  },
  'transfer.no_such_line': {
    status: 422,
    text: { zh: '调拨单没有第 {line} 行', en: 'The transfer has no line {line}' },
    remedy: { zh: '行号从 1 开始', en: 'Lines are numbered from 1' },
  },
  'transfer.nothing_sent': {
    status: 422,
    text: { zh: '没有发出任何货物', en: 'Nothing would leave' },
    remedy: { zh: '全部不发时请取消调拨单', en: 'Cancel the transfer where nothing is to leave' },
  },
  'transfer.nothing_said': {
    status: 422,
    text: {
      zh: '第 {line} 行既没有到货也没有损失',
      en: 'Line {line} says neither what came nor what was lost',
    },
    remedy: { zh: '填写到货或损失的数量', en: 'Say how much came or was lost' },
  },
  'transfer.more_than_ordered': {
    status: 422,
    text: { zh: '第 {line} 行只要调 {ordered}', en: 'Only {ordered} was ordered of line {line}' },
    remedy: { zh: '多出的部分另行调拨', en: 'Order the rest anew' },
  },
  'transfer.more_than_in_transit': {
    status: 409,
    text: { zh: '第 {line} 行在途只有 {left}', en: 'Only {left} of line {line} is on the way' },
    remedy: { zh: '多到的部分经盘点入账', en: 'Count in what came above it' },
  },
})
