import { refusals } from '@tongqu/kernel/refusal'

export const levelRefusals = refusals({
  'stock.too_many_lines': {
    status: 422,
    text: { zh: '超过 {most} 行，一次导不完', en: 'More than {most} lines do not go into one file' },
    remedy: { zh: '按仓库或商品筛选后分次导出', en: 'Choose a warehouse or an article, and export in parts' },
  },
})
