import { benchResult, spreadOf } from '@tongqu/tools/bench'
import { signerOf, signingRates } from './testing/signing.ts'

/** Signs built CEB621 lists of three lines with SM2, beside the key alone. */
export const bench = {
  name: 'messages.sign.sm2',
  run: async () => {
    const { messages, bare } = await signingRates(signerOf('sm2'), 'eport-sm2', 500)
    const limit = { name: 'SM2 signatures a second, the key alone', value: spreadOf(bare).median }
    return benchResult('messages.sign.sm2', 'messages/s', limit, messages)
  },
}
