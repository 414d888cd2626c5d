import { benchResult, spreadOf } from '@tongqu/tools/bench'
import { signerOf, signingRates } from './testing/signing.ts'

/** Signs built CEB621 lists of three lines with RSA of 2048 bits, beside the key alone. */
export const bench = {
  name: 'messages.sign',
  run: async () => {
    const { messages, bare } = await signingRates(signerOf('rsa'), 'eport-rsa', 1_500)
    const limit = { name: 'RSA 2048 signatures a second, the key alone', value: spreadOf(bare).median }
    return benchResult('messages.sign', 'messages/s', limit, messages)
  },
}
