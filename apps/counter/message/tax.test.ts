import { expect, test } from 'vitest'
import { decimal } from './decimal.ts'
import { taxesOf } from './tax.ts'

const taxes = (value: string, vat: string, consumption: string, freight = '0', duty = '0') => {
  const head = { freight, insuredFee: '0' }
  const lines = [{ gcode: '3304990000', totalPrice: value }]
  const [line] = taxesOf({ head, lines }, [{ gcode: '', duty, vat, consumption }], '5000.00')
  return [line!.duty, line!.consumption, line!.vat].map(decimal)
}

test('retail import within the limit: the worked vectors of the reference', () => {
  expect(taxes('1000', '13', '0')).toEqual(['0.00', '0.00', '91.00'])
  expect(taxes('1000', '9', '0')).toEqual(['0.00', '0.00', '63.00'])
  expect(taxes('1000', '13', '15')).toEqual(['0.00', '123.53', '107.06'])
  // 1,100 with freight: VAT 125.125 is rounded half up.
  expect(taxes('1000', '13', '20', '100')).toEqual(['0.00', '192.50', '125.13'])
})

test('above the limit the whole is due, with duty', () => {
  expect(taxes('6000', '13', '0', '0', '10')).toEqual(['600.00', '0.00', '858.00'])
})
