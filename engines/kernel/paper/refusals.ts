import { refusals } from '../refusal/index.ts'

export const paperRefusals = refusals({
  'paper.not_found': {
    status: 404,
    text: { zh: '没有此单据，或已撤回', en: 'There is no such paper, or it was withdrawn before' },
    remedy: { zh: '在单据列表中选择', en: 'Choose one from the list of papers' },
  },
})
