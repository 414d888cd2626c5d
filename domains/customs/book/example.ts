/* Examples of calls on bonded books. */

export const exampleBook = (number: string) => ({
  number,
  kind: 'book',
  system: 'Z8',
  office: '4701',
  firmCode: '4201960006',
  firmCreditCode: '91420100MA4KXX0006',
  firmName: '示例保税物流有限公司',
  from: '2026-01-01',
  to: '2027-12-31',
})

export const exampleLine = (recordNo: number, opening = '100') => ({
  recordNo,
  hsCode: '8516310000',
  name: '电吹风',
  model: '家用|1200W|示例牌',
  unit: '007',
  unit1: '007',
  unit2: '035',
  origin: 'JPN',
  opening,
})

type Made = readonly { readonly id: string; readonly party: string }[]
export const givenBook = (number: string) => ({ call: 'customs.book.register', input: exampleBook(number) })
export const linesOfFirst = ([book]: Made) => ({ book: book!.id, lines: [exampleLine(1), exampleLine(2)] })
export const givenLines = (number: string) => [
  givenBook(number),
  { call: 'customs.book.addLines', input: linesOfFirst },
]
export const countOfFirst = ([book]: Made) => ({
  book: book!.id,
  reason: '年度盘点',
  paper: '盘点报告 2026-01',
  lines: [{ recordNo: 1, counted: '98' }],
})
export const givenCount = (number: string) => [
  ...givenLines(number),
  { call: 'customs.book.count', input: countOfFirst },
]
