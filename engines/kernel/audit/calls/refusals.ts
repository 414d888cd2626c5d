import { refusals } from '../../refusal/index.ts'

export const auditRefusals = refusals({
  'audit.run_unknown': {
    status: 404,
    text: { zh: '没有编号为 {run} 的操作，或它不是您的', en: 'There is no run {run}, or it is not yours' },
    remedy: { zh: '在审计检索中查找编号', en: 'Look its number up in the audit' },
  },
  'audit.event_unknown': {
    status: 404,
    text: {
      zh: '没有序号为 {position} 的事件，或您看不到',
      en: 'There is no event {position}, or you may not see it',
    },
    remedy: { zh: '在审计检索中查找', en: 'Look for it in the audit' },
  },
  'audit.not_sealed': {
    status: 409,
    text: { zh: '操作 {run} 尚未封存', en: 'The run {run} is not sealed yet' },
    remedy: { zh: '几秒后再试', en: 'Try again in a few seconds' },
  },
})
