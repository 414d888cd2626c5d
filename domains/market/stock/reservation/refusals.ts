import { refusals } from '@tongqu/kernel/refusal'

export const reservationRefusals = refusals({
  'reservation.not_found': {
    status: 404,
    text: { zh: '没有此订购占用', en: 'There is no such reservation' },
    remedy: { zh: '在我的订购中选择', en: 'Choose one of your own' },
  },
  'reservation.sold_out': {
    status: 409,
    text: { zh: '剩余数量不足，尚余 {left}', en: 'There is not enough: {left} left' },
    remedy: {
      zh: '减少数量，或稍后再看有无释放',
      en: 'Ask for less, or look again later: some may be given back',
    },
  },
  'reservation.too_long': {
    status: 422,
    text: { zh: '最长可保留 {most} 秒', en: 'Pieces are kept for {most} seconds at most' },
    remedy: { zh: '缩短时限', en: 'Ask for less time' },
  },
  'reservation.confirmed': {
    status: 409,
    text: { zh: '订购已经确认', en: 'The reservation is confirmed already' },
    remedy: { zh: '如需退货，请办理退货', en: 'To give goods back, return them' },
  },
  'reservation.cancelled': {
    status: 409,
    text: { zh: '订购已经取消', en: 'The reservation is cancelled already' },
    remedy: { zh: '重新订购', en: 'Reserve anew' },
  },
  'reservation.expired': {
    status: 409,
    text: { zh: '订购已过保留时限', en: 'The time of the reservation is over' },
    remedy: { zh: '重新订购', en: 'Reserve anew' },
  },
})
