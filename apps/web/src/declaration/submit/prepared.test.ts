import { expect, it } from 'vitest'
import type { PreparedOrder } from '../../remote/declarations.ts'
import { summaryOf } from './prepared.ts'

const order = (orderNo: string, answer: string, more: Partial<PreparedOrder> = {}): PreparedOrder => ({
  orderNo,
  answer,
  messages: [],
  byOthers: [],
  later: [],
  papers: [],
  obstacles: [],
  ...more,
})
const phone = (message: string) => ({
  code: 'declaration.missing',
  message,
  element: 'phone',
  where: 'book',
  field: 'buyerPhone',
  title: { zh: '订购人电话', en: 'Buyer phone' },
  text: { zh: '', en: '' },
})

it('a field that several messages of one order miss counts once for that order', () => {
  const { missing, answers } = summaryOf([
    order('1', 'missing', { obstacles: [phone('CEB311'), phone('CEB621')] }),
    order('2', 'missing', { obstacles: [phone('CEB311')] }),
    order('3', 'ready'),
    order('4', 'ready', { draft: 'D26112300000004' }),
  ])
  expect(answers).toEqual({ missing: 2, ready: 1, draft: 1 })
  expect(missing).toEqual([{ where: 'book', title: { zh: '订购人电话', en: 'Buyer phone' }, orders: 2 }])
})

it('modes that are not declared here, papers and what others send are counted by orders', () => {
  const { unsupported, papers, byOthers } = summaryOf([
    order('1', 'unsupported', { mode: '1039' }),
    order('2', 'unsupported', { mode: '1039' }),
    order('3', 'ready', { mode: '9610', papers: ['contract'], byOthers: ['CEB411'] }),
  ])
  expect(unsupported).toEqual([{ name: '1039', orders: 2 }])
  expect(papers).toEqual([{ name: 'contract', orders: 1 }])
  expect(byOthers).toEqual([{ name: 'CEB411', orders: 1 }])
})
