import { catalogue } from '../text/catalogue.ts'

export const overrideTexts = catalogue({
  title: { zh: (mode: string) => `改选 ${mode}`, en: (mode: string) => `Choose ${mode}` },
  about: {
    zh: '改选会记入审计：谁、何时、为什么。只能改为法律允许的方式。',
    en: 'This is recorded for audit: who, when and why. Only a lawful mode can be chosen.',
  },
  reason: { zh: '理由', en: 'Reason' },
  reasonHint: {
    zh: '至少四个字，例如：客户要求随柜一并报关',
    en: 'At least four characters, such as: the buyer wants it with the container',
  },
  save: { zh: '改选并记录', en: 'Choose and record' },
  cancel: { zh: '取消', en: 'Cancel' },
})
