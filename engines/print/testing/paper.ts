import type { Paper, TableBlock, Value } from '../paper.ts'

const title = { zh: '商业发票', en: 'COMMERCIAL INVOICE' }

/** A small paper with a block of each kind. */
export function somePaper(
  more: Partial<Paper> = {},
  rows: readonly (readonly Value[])[] = someRows(3),
): Paper {
  return {
    language: 'both',
    title,
    number: 'HKB-0001',
    author: '示例国际贸易有限公司',
    created: new Date('2026-11-24T02:00:00Z'),
    foot: { zh: '验证码 ACDE-FGHJ-KMNP', en: 'Code ACDE-FGHJ-KMNP' },
    blocks: [
      { kind: 'title', text: title, above: '示例国际贸易有限公司', below: 'No. HKB-0001' },
      {
        kind: 'fields',
        rows: [
          [
            { title: { zh: '买方', en: 'Buyer' }, value: 'Example Trading LLC' },
            { title: { zh: '合同号', en: 'Contract No.' }, value: undefined },
          ],
        ],
      },
      tableOf(rows),
      {
        kind: 'note',
        title: { zh: '条款', en: 'Terms' },
        isNumbered: true,
        paragraphs: [{ zh: '付款：电汇。', en: 'Payment: by T/T.' }],
      },
      { kind: 'signatures', places: [{ title: { zh: '卖方', en: 'Seller' }, name: '示例公司' }] },
      {
        kind: 'code',
        title: { zh: '验证码', en: 'Verification code' },
        code: 'ACDE-FGHJ-KMNP',
        address: 'https://trade.example/check/ACDEFGHJKMNP',
        paragraphs: [{ zh: '扫码查验。', en: 'Scan to check.' }],
      },
    ],
    ...more,
  }
}

export const tableOf = (rows: readonly (readonly Value[])[]): TableBlock => ({
  kind: 'table',
  title,
  columns: [
    { title: { zh: '项号', en: 'No.' }, weight: 1, align: 'center' },
    { title: { zh: '品名', en: 'Description' }, weight: 5 },
    { title: { zh: '金额', en: 'Amount' }, weight: 2, align: 'right' },
  ],
  rows,
  totals: [['', { zh: '合计', en: 'Total' }, '6,660.00']],
})

export const someRows = (count: number): string[][] =>
  Array.from({ length: count }, (_, n) => [String(n + 1), `毛绒玩具 plush toy ${n + 1}`, '2,220.00'])
