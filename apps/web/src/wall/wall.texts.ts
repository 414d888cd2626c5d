import { catalogue } from '../text/catalogue.ts'

export const wallTexts = catalogue({
  title: { zh: '大屏', en: 'Wall' },
})
