import { expect, it } from 'vitest'
import { fileSigner, newSigningKey, verifySignature } from './signing.ts'

it('a key in a file signs a text always the same, and each text with a secret number of its own', () => {
  for (let n = 0; n < 20; n++) {
    const signer = fileSigner(newSigningKey())
    const [one, two] = ['tongqu audit block 1', `tongqu audit block ${n + 2}`].map(text =>
      signer.sign(text),
    ) as [string, string]
    expect(signer.sign('tongqu audit block 1')).toBe(one)
    expect(verifySignature(signer.publicKeyPem, 'tongqu audit block 1', one)).toBe(true)
    expect(verifySignature(signer.publicKeyPem, 'tongqu audit block 1', two)).toBe(false)
  }
})

it('two keys sign a text by different secret numbers', () => {
  const values = Array.from({ length: 10 }, () => fileSigner(newSigningKey()).sign('the same'))
  // r of SEQUENCE { INTEGER r, INTEGER s } is the text's digest and the point of the secret number.
  const r = (der: string) => der.slice(8, 8 + 60)
  expect(new Set(values.map(r)).size).toBe(10)
})
