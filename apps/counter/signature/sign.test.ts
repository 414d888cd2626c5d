import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { expect, it } from 'vitest'
import { receiptMessage } from '../message/receipt.ts'
import { readXml } from '../xml/read.ts'
import { ownKey } from './own-key.ts'
import { signMessage } from './sign.ts'
import { judgeSignature, signatureIn } from './verify.ts'

const folder = await testFolder()
const key = ownKey(folder)
const plain = receiptMessage(
  'CEB622Message',
  'G-1',
  '<InventoryReturn><returnInfo>[Code:2600;Desc:放行 &amp; 结关]</returnInfo></InventoryReturn>',
)
const by = { now: new Date('2026-11-23T02:00:00Z'), trusted: [], keys: [] }

function judged(xml: string) {
  const root = readXml(Buffer.from(xml))
  return judgeSignature(root, signatureIn(root)!, by)
}

it('a receipt that is signed verifies with the certificate within, and not when a word of it is another', () => {
  const signed = signMessage(plain, 'CEB622Message', key)
  expect(judged(signed)).toEqual({ isValid: true, serial: key.serial })
  expect(judged(signed.replace('放行', '退单'))).toMatchObject({ isValid: false })
  expect(signMessage(plain, 'CEB622Message', key)).toBe(signed)
})

it('the counter keeps its key, and its certificate lies beside it for whoever is to trust it', () => {
  expect(ownKey(folder).certificate).toBe(key.certificate)
  const read = new X509Certificate(readFileSync(join(folder, 'signing-certificate.pem')))
  expect(read.checkPrivateKey(createPrivateKey(key.key.export({ type: 'pkcs8', format: 'pem' })))).toBe(true)
  expect(read.verify(read.publicKey)).toBe(true)
  expect(ownKey(join(folder, 'another')).serial).not.toBe(key.serial)
})
