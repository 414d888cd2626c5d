import { spawnSync } from 'node:child_process'
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXml } from '@tongqu/messages'
import { fileSigner, type ProfileName, signEnveloped } from '@tongqu/messages/signature'
import { testFolder } from '@tongqu/tools/test/folder'
import { skipUnless } from '@tongqu/tools/test/needs'
import { describe, expect, it } from 'vitest'
import { takeApart } from './signed.ts'
import { openssl } from './testing/openssl.ts'

const folder = await testFolder()
const day = '2026-11-23'
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const sm2 = generateKeyPairSync('ec', { namedCurve: 'SM2' })
const publicPem = ({ publicKey }: { publicKey: KeyObject }) =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString()

async function signed(xml: string, pair: { privateKey: KeyObject }, profile: ProfileName): Promise<Buffer> {
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const opened = fileSigner({ privateKey, rsa: profile === 'rsa-sha256' ? 'rsa-sha256' : 'rsa-sha1' })
  const read = readXml(xml)
  if ('refusal' in opened || 'refusal' in read) throw new Error('cannot sign')
  const outcome = await signEnveloped(read.document, opened.signer, { profile })
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return Buffer.from(outcome.signed.xml)
}

const message = '<a xmlns="urn:a"><b>汉口北 &amp; co</b></a>'
const run = (args: readonly string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' }).status

describe('a signature taken apart is verified by OpenSSL', () => {
  skipUnless(openssl.canCheck, `no OpenSSL 3 with SM2 and SM3 (${openssl.version})`)

  it.each([
    ['eport-rsa', rsa],
    ['rsa-sha256', rsa],
    ['eport-sm2', sm2],
    ['eport-sm2-2022', sm2],
  ] as const)('%s', async (profile, pair) => {
    const { signature } = takeApart(await signed(message, pair, profile), day, publicPem(pair))
    const { signedInfo, value, algorithm, publicKeyPem } = signature!
    expect(publicKeyPem).toBe(publicPem(pair))
    const names = ['info', 'value', 'key.pem'].map(name => `${profile}.${name}`) as [string, string, string]
    for (const [n, content] of [signedInfo!, value, publicKeyPem].entries())
      await writeFile(join(folder, names[n]!), content)
    const check = (info: string) =>
      algorithm === 'sm2-sm3'
        ? run(
            `pkeyutl -verify -pubin -inkey ${names[2]} -rawin -in ${info} -sigfile ${names[1]} -digest sm3 -pkeyopt distid:1234567812345678`.split(
              ' ',
            ),
          )
        : run(`dgst -${algorithm.slice(4)} -verify ${names[2]} -signature ${names[1]} ${info}`.split(' '))
    expect(check(names[0])).toBe(0)
    await writeFile(join(folder, 'other'), Buffer.concat([signedInfo!, Buffer.from(' ')]))
    expect(check('other')).not.toBe(0)
  })
})

it('what was signed is the message with its signature cut out, byte for byte', async () => {
  const bytes = await signed(message, rsa, 'eport-rsa')
  const { content, pieces } = takeApart(bytes, day, publicPem(rsa)).signature!
  const [from, length, rest] = pieces!
  const joined = Buffer.concat([bytes.subarray(from - 1, from - 1 + length), bytes.subarray(rest - 1)])
  expect(joined.equals(content)).toBe(true)
  expect(content.toString()).toBe(message)
})

it('a message that is not canonical as it stands is not cut, and is verified nevertheless', async () => {
  const bytes = await signed('<a  xmlns="urn:a" ><b x = "1"/></a>', rsa, 'eport-rsa')
  const odd = Buffer.from(bytes.toString().replace('<b x="1"></b>', "<b x='1'/>"))
  const { signature } = takeApart(odd, day, publicPem(rsa))
  expect(signature?.pieces).toBeUndefined()
  expect(signature?.content.toString()).toContain('<b x="1"></b>')
})

it('a value within the message is over the message without it', () => {
  const plain = '<?xml version="1.0"?><DecMessage><DecSign><CopCode>4201</CopCode></DecSign></DecMessage>'
  const value = createSign('sha1').update(plain).sign(rsa.privateKey).toString('base64')
  const bytes = Buffer.from(plain.replace('</DecSign>', `<Sign>${value}</Sign></DecSign>`))
  const { signature } = takeApart(bytes, day, publicPem(rsa))
  expect(signature).toMatchObject({ algorithm: 'rsa-sha1', signedInfo: undefined })
  expect(signature!.content.toString()).toBe(plain)
  const other = Buffer.from(bytes.toString().replace('4201', '4202'))
  expect(takeApart(other, day, publicPem(rsa)).signature).toBeUndefined()
})

it('a signature that does not hold is no part of a proof, and why is told', async () => {
  const bytes = await signed(message, rsa, 'eport-rsa')
  const changed = Buffer.from(bytes.toString().replace('汉口北', '汉口南'))
  expect(takeApart(changed, day, publicPem(rsa))).toMatchObject({
    signature: undefined,
    fault: 'signature.digest_differs',
  })
  expect(takeApart(bytes, day, undefined).fault).toBe('signature.key_unknown')
  expect(takeApart(Buffer.from('<a/>'), day, publicPem(rsa)).fault).toBe('signature.missing')
})
