import { readXml } from '../../xml/read.ts'
import type { ProfileName } from '../algorithm.ts'
import { type SignOptions, signEnveloped } from '../sign.ts'
import { anyOf, type Expectation, verifyEnveloped } from '../verify.ts'
import { rsaKey, signerOf, sm2Key, type TestKey } from './keys.ts'

/** What forgeries start from: two keys that are trusted, one that is not, and a message signed by each of the two. */
export const rsa = rsaKey()
export const sm2 = sm2Key()
export const stranger = rsaKey(2048, { serial: '77' })

export const ceb = 'http://www.chinaport.gov.cn/ceb'
export const message = `<ceb:M xmlns:ceb="${ceb}" guid="G-1"><ceb:copNo>TQ-1</ceb:copNo><ceb:qty>12.5</ceb:qty></ceb:M>`

export async function signed(xml: string, key: TestKey, options: Partial<SignOptions> = {}): Promise<string> {
  const profile: ProfileName = key === sm2 ? 'eport-sm2' : 'eport-rsa'
  const read = readXml(xml)
  if ('refusal' in read) throw new Error(read.refusal.code)
  const outcome = await signEnveloped(read.document, signerOf(key), { profile, ...options })
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return outcome.signed.xml
}

export const good = await signed(message, rsa)
export const goodSm2 = await signed(message, sm2)

export const expected: Expectation = {
  profiles: ['eport-rsa', 'eport-sm2'],
  trusted: anyOf([rsa.certificate, sm2.certificate]),
  root: { namespace: ceb, local: 'M' },
}

export function refusalOf(xml: string | Uint8Array, more: Partial<Expectation> = {}) {
  const outcome = verifyEnveloped(xml, { ...expected, ...more })
  return 'refusal' in outcome ? outcome.refusal : undefined
}

export const codeOf = (xml: string | Uint8Array, more: Partial<Expectation> = {}) =>
  refusalOf(xml, more)?.code

export const signatureIn = (xml: string) => /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(xml)![0]

/** Puts another text in place of one that must be there, so that a test cannot miss its mark. */
export function put(xml: string, from: string | RegExp, to: string): string {
  const changed = xml.replace(from, to)
  if (changed === xml) throw new Error(`${from} is not there`)
  return changed
}
