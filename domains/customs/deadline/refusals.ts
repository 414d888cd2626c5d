import { refusals } from '@tongqu/kernel/refusal'

export const deadlineRefusals = refusals({
  'deadline.unknown_fact': {
    status: 422,
    text: { zh: '{what} 不是可填报的事项', en: '{what} is nothing that can be stated' },
    remedy: {
      zh: '可填报 tax_paid、refund_declared、refund_received、refund_settled',
      en: 'It is tax_paid, refund_declared, refund_received or refund_settled',
    },
  },
  'deadline.not_released': {
    status: 409,
    text: { zh: '申报 {number} 尚未放行', en: '{number} is not released' },
    remedy: { zh: '放行之后再填报', en: 'State it after the release' },
  },
  'deadline.day_ahead': {
    status: 422,
    text: { zh: '{day} 尚未到', en: '{day} has not come yet' },
    remedy: { zh: '填写实际办理的日期', en: 'Give the day on which it was done' },
  },
})
