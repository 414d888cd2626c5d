/** A book of one order, for the calls' examples: what a stall sells to a buyer abroad. */
const BOOK = {
  orders: [
    {
      orderNo: 'HKB-0001',
      direction: 'export',
      channel: 'market',
      sellerKind: 'stall',
      sellerId: 'A-1-101',
      buyerName: 'Example Trading LLC',
      country: 'AE',
      currency: 'USD',
      settlement: 'bank',
      vatPayer: 'yes',
      lines: [
        {
          hsCode: '9503002100',
          name: '毛绒玩具',
          qty: '1200',
          unit: '007',
          price: '1.85',
          inCluster: 'yes',
          licence: 'no',
          inspection: 'no',
          dangerous: 'no',
          brand: 'no',
        },
      ],
    },
  ],
}

export const exampleBook = {
  call: 'kernel.file.store',
  input: { name: 'example.json' },
  content: JSON.stringify(BOOK),
} as const

export const exampleFile = (outputs: readonly { sm3: string }[]) => ({
  file: outputs[0]!.sm3,
  date: '2026-11-23',
})

/** A stored book and its plan. */
export const examplePlan = [exampleBook, { call: 'customs.plan.create', input: exampleFile }] as const

export const exampleOrder = (outputs: readonly { id: string }[]) => ({
  id: outputs[1]!.id,
  orderNo: 'HKB-0001',
})

const [ORDER] = BOOK.orders
/** A stored book whose one order lacks a quantity, and its plan. */
export const faultyPlan = [
  {
    ...exampleBook,
    input: { name: 'faulty.json' },
    content: JSON.stringify({
      orders: [{ ...ORDER, lines: ORDER?.lines.map(({ qty: _, ...line }) => line) }],
    }),
  },
  { call: 'customs.plan.create', input: exampleFile },
] as const

export const exampleFaulty = (outputs: readonly { id: string }[]) => ({ id: outputs[1]!.id, position: 0 })
