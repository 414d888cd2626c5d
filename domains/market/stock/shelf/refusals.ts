import { refusals } from '@tongqu/kernel/refusal'

export const shelfRefusals = refusals({
  'shelf.not_found': {
    status: 404,
    text: { zh: '没有此在售货架', en: 'There is no such shelf' },
    remedy: { zh: '在售卖列表中选择', en: 'Choose one from what is on sale' },
  },
  'shelf.expired': {
    status: 409,
    text: { zh: '该批货物已过期，不再出售', en: 'These goods have expired and are no longer sold' },
    remedy: { zh: '选择其他货物', en: 'Choose other goods' },
  },
})
