import { refusals } from '@tongqu/kernel/refusal'

export const handleRefusals = refusals({
  'block.one_of': {
    status: 422,
    text: { zh: '须指定一个批次或一行库存，二者选一', en: 'It is a lot or a line of stock: one of the two' },
    remedy: { zh: '填写 lot 或 line', en: 'Give lot or line' },
  },
  'block.already': {
    status: 409,
    text: { zh: '已经封存：{reason}', en: 'It is blocked already: {reason}' },
    remedy: { zh: '先解除封存，再以新的原因封存', en: 'Lift the block before giving another reason' },
  },
  'block.not_blocked': {
    status: 409,
    text: { zh: '没有封存', en: 'It is not blocked' },
    remedy: { zh: '查看库存的状态', en: 'Look at how the stock stands' },
  },
})
