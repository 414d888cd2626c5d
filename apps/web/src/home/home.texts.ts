import { catalogue } from '../text/catalogue.ts'

export const homeTexts = catalogue({
  title: { zh: '首页', en: 'Home' },
})
