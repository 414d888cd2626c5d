import { expect, it } from 'vitest'
import { sha256Of } from './digest.ts'

it('a file’s digest is the one that FIPS 180-4 gives for its bytes', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})
