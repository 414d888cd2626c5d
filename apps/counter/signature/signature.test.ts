import { createPublicKey } from 'node:crypto'
import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../scenario/scenario.ts'
import { signerOf } from '../testing/certificate.ts'
import { statuses, TestDesk, unsigned } from '../testing/desk.ts'
import { envelopeOf, messageOf, orderOf } from '../testing/messages.ts'

const folder = await testFolder()
const signer = signerOf()

function answers(message: string, change: Partial<Scenario> = {}): string[] {
  const at = new TestDesk(folder, unsigned('calm', { signature: 'required', ...change }))
  at.post(envelopeOf('M-1', 'CEB311Message', message))
  return at
    .answers()
    .map(one => `${one.type} ${one.status} ${one.type === 'CEB900Message' ? one.info : ''}`.trim())
}
const taken = ['CEB312Message 2', 'CEB312Message 120']
const refused = (why: string) => [`CEB900Message -1 [Code:9002;Desc:签名校验不通过：${why}]`]
const signed = (by = signer) => messageOf('CEB311', orderOf(1), by)

describe('a signature', () => {
  it('over the whole message by the key of its certificate is valid', () => {
    expect(answers(signed())).toEqual(taken)
  })

  it('over other content is refused', () => {
    expect(answers(signed().replace('奶粉', '奶酪'))).toEqual(refused('摘要与报文内容不一致'))
  })

  it('by another key than the certificate’s is refused', () => {
    const other = { ...signerOf('0a0b'), certificate: signer.certificate }
    expect(answers(signed(other))).toEqual(refused('验签失败'))
  })

  it('over a part alone, or by a method nobody knows, is refused', () => {
    expect(answers(signed().replace('URI=""', 'URI="#a"'))).toEqual(refused('签名没有覆盖整个报文'))
    expect(answers(signed().replace('#rsa-sha1', '#rsa-md5'))).toEqual(refused('签名算法不受支持'))
    expect(answers(signed().replace('#enveloped-signature', '#base64'))).toEqual(refused('签名变换不受支持'))
  })

  it('is needed for what is declared and not for a draft', () => {
    expect(answers(messageOf('CEB311', orderOf(1)))).toEqual(refused('申报的报文应有签名节点'))
    expect(answers(messageOf('CEB311', orderOf(1, { appStatus: '1' })))).toEqual(['CEB312Message 1'])
  })

  it('by a certificate that is not registered is refused where the scenario names some', () => {
    expect(answers(signed(), { certificates: ['01020304'] })).toEqual(taken)
    expect(answers(signed(), { certificates: ['ff'] })).toEqual(refused('签名证书未备案'))
  })

  it('without a certificate is valid by a key that the counter was given', () => {
    const bare = signed().replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, '')
    const pem = (of: typeof signer) =>
      createPublicKey(of.key).export({ type: 'spki', format: 'pem' }).toString()
    expect(answers(bare)).toEqual(refused('缺少签名证书'))
    expect(answers(bare, { keys: [pem(signerOf()), pem(signer)] })).toEqual(taken)
    expect(answers(bare, { keys: [pem(signerOf())] })).toEqual(refused('验签失败'))
  })

  it('is only looked for, or not at all, where the scenario says so', () => {
    expect(answers(signed().replace('奶粉', '奶酪'), { signature: 'present' })).toEqual(taken)
    expect(answers(messageOf('CEB311', orderOf(1)), { signature: 'ignored' })).toEqual(taken)
  })
})

it('a draft is kept and declared afterwards', () => {
  const at = new TestDesk(folder, unsigned())
  at.send('CEB311', orderOf(1, { appStatus: '1' }))
  expect(statuses(at.answers(), 'CEB312')).toEqual(['1'])
  at.send('CEB311', orderOf(1))
  expect(statuses(at.answers(), 'CEB312')).toEqual(['2', '120'])
})
