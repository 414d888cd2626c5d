import { expect, test } from 'vitest'
import { sm2Verifies } from './sm2.ts'

// GB/T 32918.5-2017, annex A.2: key, message and signature of the standard itself.
const point = Buffer.from(
  '09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
  'hex',
)
const signature = Buffer.from(
  'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA',
  'hex',
)

test('the signature of the standard is valid', () => {
  expect(sm2Verifies(point, Buffer.from('message digest'), signature)).toBe(true)
})

test('over another message, with another point, or with r or s out of range, it is not', () => {
  const message = Buffer.from('message digest')
  expect(sm2Verifies(point, Buffer.from('message digesu'), signature)).toBe(false)
  const bent = Buffer.from(point)
  bent[63]! ^= 1
  expect(sm2Verifies(bent, message, signature)).toBe(false)
  expect(sm2Verifies(point, message, Buffer.alloc(64))).toBe(false)
  expect(sm2Verifies(point, message, Buffer.alloc(64, 255))).toBe(false)
  expect(sm2Verifies(point, message, signature.subarray(1))).toBe(false)
})
