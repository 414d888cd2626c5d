import { catalogue } from '../text/catalogue.ts'

export const strengthTexts = catalogue({
  official: { zh: '原文', en: 'Official' },
  secondary: { zh: '转述', en: 'Secondary' },
  weak: { zh: '弱', en: 'Weak' },
  assumed: { zh: '假定', en: 'Assumed' },
  officialWhy: { zh: '读过法规原文', en: 'The text itself was read' },
  secondaryWhy: {
    zh: '见于专业机构或主管部门的转述',
    en: 'Seen in a professional or administrative summary',
  },
  weakWhy: { zh: '仅见于非官方网页，请核对', en: 'Only on unofficial pages; check before relying on it' },
  assumedWhy: { zh: '没有来源定论，为假定', en: 'No source settles it; an assumption' },
})
