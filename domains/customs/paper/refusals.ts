import { refusals } from '@tongqu/kernel/refusal'

export const customsPaperRefusals = refusals({
  'paper.needs_subject': {
    status: 422,
    text: {
      zh: '须写明申报，或规划与订单号',
      en: 'Name a declaration, or a plan and one of its orders',
    },
    remedy: { zh: '写明其中之一', en: 'Give one of the two' },
  },
  'paper.order_not_found': {
    status: 404,
    text: {
      zh: '没有此规划或订单，或规划尚未完成',
      en: 'There is no such plan or order, or the plan is not made yet',
    },
    remedy: { zh: '在规划的订单列表中选择', en: 'Choose one from the plan’s orders' },
  },
  'paper.order_needed': {
    status: 409,
    text: {
      zh: '{number} 涉及 {orders} 份订单：合同、发票、装箱单按订单打印',
      en: '{number} is about {orders} orders: contracts, invoices and packing lists are printed by order',
    },
    remedy: { zh: '在规划页选择订单后打印', en: 'Print them from the order in its plan' },
  },
  'paper.not_of_this': {
    status: 409,
    text: { zh: '{number} 没有这种单据：{kind}', en: '{number} has no paper of the kind {kind}' },
    remedy: { zh: '从所列的单据中选择', en: 'Choose one of those that are offered' },
  },
  'paper.busy': {
    status: 503,
    text: { zh: '正在印制的单据太多', en: 'Too many papers are being printed' },
    remedy: { zh: '几秒后再试', en: 'Try again in a few seconds' },
  },
  'paper.too_large': {
    status: 413,
    text: { zh: '内容超出单据的限度：{what}', en: 'It is more than a paper holds: {what}' },
    remedy: { zh: '拆分订单后打印', en: 'Split the order' },
  },
})
