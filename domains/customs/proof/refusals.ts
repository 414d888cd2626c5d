import { refusals } from '@tongqu/kernel/refusal'

export const proofRefusals = refusals({
  'proof.not_sealed': {
    status: 409,
    text: { zh: '{number} 的最近事件尚未封存', en: 'What happened last to {number} is not sealed yet' },
    remedy: { zh: '几秒后再试', en: 'Try again in a few seconds' },
  },
})
