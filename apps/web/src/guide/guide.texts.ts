import { catalogue } from '../text/catalogue.ts'

export const guideTexts = catalogue({
  title: { zh: '样式指南', en: 'Style guide' },
})
