import { refusals } from '@tongqu/kernel/refusal'

export const entryRefusals = refusals({
  'entry.nothing_named': {
    status: 422,
    text: { zh: '未指明方案或清单', en: 'Neither a plan nor lists are named' },
    remedy: { zh: '写明 plan 或 lists', en: 'Give plan or lists' },
  },
  'entry.nothing': {
    status: 409,
    text: { zh: '没有可入库的包裹', en: 'No parcels can enter' },
    remedy: {
      zh: '直购进口清单被海关接收后方可入库；已在入库明细单内的不再列入',
      en: 'Lists of direct import enter once the customs have taken them in, and each once',
    },
  },
})
