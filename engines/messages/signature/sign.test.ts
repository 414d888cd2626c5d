import { spawnSync } from 'node:child_process'
import { skipUnless } from '@tongqu/tools/test/needs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildMessage, parseDocument } from '../schema/codec.ts'
import { readXml } from '../xml/read.ts'
import type { ProfileName } from './algorithm.ts'
import { type Signed, type SignOptions, type SignOutcome, signEnveloped, signMessage } from './sign.ts'
import { anyXml } from './testing/documents.ts'
import { rawToDer, rsaKey, signerOf, sm2Key, type TestKey } from './testing/keys.ts'
import { parcelList, parcels } from './testing/messages.ts'
import { isThere, withFiles } from './testing/witness.ts'
import { anyOf, type Verified, verifyEnveloped } from './verify.ts'

const day = { day: '2026-11-23' }
const rsa = rsaKey()
const sm2 = sm2Key({ serial: '03000000000cde6f' })
const keys: Readonly<Record<ProfileName, TestKey>> = {
  'eport-rsa': rsa,
  'eport-sm2': sm2,
  'eport-sm2-2022': sm2,
  'rsa-sha256': rsa,
}
const profileNames = Object.keys(keys) as ProfileName[]
const signerFor = (profile: ProfileName) =>
  signerOf(keys[profile], profile === 'rsa-sha256' ? 'rsa-sha256' : 'rsa-sha1')

function signedOf(outcome: SignOutcome): Signed {
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return outcome.signed
}

function built(): string {
  const made = buildMessage(parcelList, parcels, day)
  if ('faults' in made) throw new Error(made.faults[0]!.code)
  return made.xml
}

async function signXml(xml: string, options: SignOptions): Promise<Signed> {
  const read = readXml(xml)
  if ('refusal' in read) throw new Error(read.refusal.code)
  return signedOf(await signEnveloped(read.document, signerFor(options.profile), options))
}

function verified(xml: string, profile: ProfileName): Verified {
  const outcome = verifyEnveloped(xml, { profiles: [profile], trusted: anyOf([keys[profile].certificate]) })
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return outcome.verified
}

describe.each(profileNames)('a message signed by %s', profile => {
  test('verifies, and what was verified is the message without its signature', async () => {
    const xml = built()
    const signed = signedOf(await signMessage(parcelList, xml, signerFor(profile), { profile }))
    const found = verified(signed.xml, profile)
    expect(`<?xml version="1.0" encoding="UTF-8"?>\n${found.content}`).toBe(xml)
    expect(found).toMatchObject({
      profile,
      keyName: keys[profile].certificate.serialNumber,
      signedInfo: signed.signedInfo,
      digestValue: signed.digestValue,
      signatureValue: signed.signatureValue,
    })
    expect(parseDocument(parcelList, found.document, day)).toMatchObject({ value: parcels })
  })

  test('is the same whether it was read again or taken as built', async () => {
    const quick = signedOf(await signMessage(parcelList, built(), signerFor(profile), { profile }))
    const read = await signXml(built(), { profile })
    expect(read.signedInfo).toBe(quick.signedInfo)
  })
})

describe('documents of any shape', () => {
  test.each(['inclusive', 'exclusive'] as const)('sign and verify in the %s form', async canonical => {
    const profile = 'rsa-sha256'
    await fc.assert(
      fc.asyncProperty(anyXml, async xml => {
        const signed = await signXml(xml, { profile, canonical })
        expect(verified(signed.xml, profile).signedInfo).toBe(signed.signedInfo)
      }),
      { numRuns: 25 },
    )
  })
})

describe('what is told of the key', () => {
  test('is its certificate and its serial number, or the name that is asked for', async () => {
    const plain = await signXml('<a/>', { profile: 'eport-sm2' })
    expect(plain.xml).toContain('<ds:KeyName>03000000000cde6f</ds:KeyName>')
    expect(plain.xml).toContain(`<ds:X509Certificate>${sm2.certificate.base64}</ds:X509Certificate>`)
    const named = await signXml('<a/>', { profile: 'eport-sm2', keyName: 'card 1' })
    expect(named.xml).toContain('<ds:KeyName>card 1</ds:KeyName>')
  })
})

describe('the words of the electronic port', () => {
  test('SignedInfo in canonical form is what its clients hand to the key', async () => {
    const { signedInfo, digestValue } = await signXml(
      '<ceb:A xmlns:ceb="http://www.chinaport.gov.cn/ceb"/>',
      {
        profile: 'eport-sm2',
      },
    )
    expect(signedInfo).toBe(
      [
        '<ds:SignedInfo xmlns:ceb="http://www.chinaport.gov.cn/ceb" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod>',
        '<ds:SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sm2-sm3"></ds:SignatureMethod>',
        '<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform></ds:Transforms>',
        '<ds:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"></ds:DigestMethod>',
        `<ds:DigestValue>${digestValue}</ds:DigestValue></ds:Reference></ds:SignedInfo>`,
      ].join(''),
    )
  })
})

describe('what is not signed', () => {
  const refusalOf = async (xml: string, options: SignOptions, key = rsa) => {
    const read = readXml(xml)
    if ('refusal' in read) throw new Error(read.refusal.code)
    const outcome = await signEnveloped(read.document, signerOf(key), options)
    return 'refusal' in outcome ? outcome.refusal.code : undefined
  }

  test('a document that carries a signature', async () => {
    const { xml } = await signXml('<a/>', { profile: 'eport-rsa' })
    expect(await refusalOf(xml, { profile: 'eport-rsa' })).toBe('signature.present')
  })

  test('one whose prefix ds is another namespace', async () => {
    expect(await refusalOf('<a xmlns:ds="urn:x"/>', { profile: 'eport-rsa' })).toBe('signature.prefix_taken')
  })

  test('by a key of another kind', async () => {
    expect(await refusalOf('<a/>', { profile: 'eport-sm2' })).toBe('signature.algorithm_refused')
    expect(await refusalOf('<a/>', { profile: 'eport-rsa' }, sm2)).toBe('signature.algorithm_refused')
  })

  test('a message that is no XML', async () => {
    const outcome = await signMessage(parcelList, '<a', signerOf(rsa), { profile: 'eport-rsa' })
    expect(outcome).toMatchObject({ refusal: { code: 'xml.not_well_formed' } })
  })

  test('by a device that fails, whose reason is told', async () => {
    const signer = { ...signerOf(rsa), sign: () => Promise.reject(new Error('card reader reset: 50070')) }
    expect(await signMessage(parcelList, built(), signer, { profile: 'eport-rsa' })).toMatchObject({
      refusal: { code: 'signature.signer_failed', params: { detail: 'card reader reset: 50070' } },
    })
  })
})

describe('beside xmlsec1', () => {
  skipUnless(isThere('xmlsec1'), 'no xmlsec1')
  const verify = (xml: string) =>
    withFiles({ 'a.xml': xml, 'cert.pem': rsa.certificatePem }, at => {
      const parts = ['--verify', '--pubkey-cert-pem', at('cert.pem'), at('a.xml')]
      return spawnSync('xmlsec1', parts).status
    })

  test.each(['eport-rsa', 'rsa-sha256'] as const)('it verifies what we sign by %s', async profile => {
    for (const canonical of ['inclusive', 'exclusive'] as const) {
      const { xml } = await signXml(built(), { profile, canonical })
      expect(verify(xml)).toBe(0)
      expect(verify(xml.replace('12.5', '12.6'))).not.toBe(0)
    }
  })

  test('we verify what it signs', async () => {
    const { xml } = await signXml(built(), { profile: 'eport-rsa' })
    const template = xml
      .replace(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>')
      .replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>')
      .replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, '<ds:KeyInfo><ds:KeyName>01691fe9</ds:KeyName></ds:KeyInfo>')
    const signed = withFiles({ 'a.xml': template, 'key.pem': rsa.pem }, at =>
      spawnSync('xmlsec1', ['--sign', '--privkey-pem', at('key.pem'), at('a.xml')]).stdout.toString(),
    )
    expect(verified(signed, 'eport-rsa').digestValue).not.toBe('')
  })
})

describe('beside OpenSSL', () => {
  skipUnless(isThere('openssl'), 'no openssl')

  test.each(profileNames)('it verifies the value over SignedInfo by %s', async profile => {
    const { signedInfo, signatureValue } = await signXml(built(), { profile })
    const raw = Buffer.from(signatureValue, 'base64')
    const isSm2 = profile.startsWith('eport-sm2')
    const files = { info: signedInfo, value: isSm2 ? rawToDer(raw) : raw, key: keys[profile].pem }
    const status = (changed: Partial<typeof files>) =>
      withFiles({ ...files, ...changed }, at => {
        const digest = isSm2 ? 'sm3' : profile === 'rsa-sha256' ? 'sha256' : 'sha1'
        const id = isSm2 ? ['-pkeyopt', 'distid:1234567812345678'] : []
        const given = ['-inkey', at('key'), '-sigfile', at('value'), '-in', at('info')]
        return spawnSync('openssl', ['pkeyutl', '-verify', '-rawin', '-digest', digest, ...id, ...given])
          .status
      })
    expect(status({})).toBe(0)
    expect(status({ info: signedInfo.replace('<ds:DigestValue>', '<ds:DigestValue>A') })).not.toBe(0)
  })
})
