import { catalogue } from '../text/catalogue.ts'

export const formTexts = catalogue({
  reason: { zh: '原因', en: 'Reason' },
  cancel: { zh: '不改了', en: 'Never mind' },
})
