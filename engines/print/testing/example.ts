import { print } from '../index.ts'

const title = { zh: '装箱单', en: 'PACKING LIST' }
export const made = await print({
  language: 'both',
  title,
  number: 'HKB-0001',
  author: '示例国际贸易有限公司',
  created: new Date('2026-11-24T02:00:00Z'),
  foot: { zh: '验证码 ACDE-FGHJ-KMNP', en: 'Code ACDE-FGHJ-KMNP' },
  blocks: [
    { kind: 'title', text: title },
    { kind: 'fields', rows: [[{ title: { zh: '买方', en: 'Buyer' }, value: 'Example Trading LLC' }]] },
    {
      kind: 'table',
      title,
      columns: [
        { title: { zh: '品名', en: 'Description' }, weight: 3 },
        { title: { zh: '数量', en: 'Quantity' }, weight: 1, align: 'right' },
      ],
      rows: [['毛绒玩具', '1,200']],
      totals: [[{ zh: '合计', en: 'Total' }, '1,200']],
    },
  ],
})
