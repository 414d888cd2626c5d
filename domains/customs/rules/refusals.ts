import { refusals } from '@tongqu/kernel/refusal'

export const ruleRefusals = refusals({
  'rule.unknown': {
    status: 404,
    text: { zh: '没有规则 {id}', en: 'There is no rule {id}' },
    remedy: { zh: '在规则列表中查找', en: 'Look it up in the list of rules' },
  },
})
