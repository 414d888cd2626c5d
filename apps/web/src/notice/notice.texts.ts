import { catalogue } from '../text/catalogue.ts'

export const noticeTexts = catalogue({
  title: { zh: '通知', en: 'Notices' },
})
