import type { HostServices } from '../../host/services.ts'
import { SoftAuthenticator } from '../soft-authenticator.ts'

type Begun = readonly { readonly challenge: string; readonly user: { readonly id: string } }[]

/** An authenticator for examples: what it answers to a beginning, and to a question at sign-in. */
function exampleDevice({ address }: HostServices) {
  const device = new SoftAuthenticator()
  return {
    made: ([options]: Begun) => ({
      name: '办公电脑',
      credential: device.create(
        address.relyingParty!,
        options!.challenge,
        Buffer.from(options!.user.id, 'base64url').toString('hex'),
      ),
    }),
    answer: (challenge: string) => device.answer(address.relyingParty!, challenge),
  }
}

const begun = { call: 'kernel.passkey.begin', input: {} }

/** Making a passkey, for the examples of what is done with one. */
export function passkeyMade(services: HostServices) {
  const { made } = exampleDevice(services)
  return { begun, made, given: [begun, { call: 'kernel.passkey.add', input: made }] }
}

/** The calls that an example of signing in by a passkey needs, and its answer to the challenge. */
export function passkeyExample(services: HostServices) {
  const { made, answer } = exampleDevice(services)
  const asked = { call: 'kernel.passkey.ask', input: {} }
  return {
    given: [begun, { call: 'kernel.passkey.add', input: made }, asked],
    input: ([, , asked]: readonly { challenge: string }[]) => ({ passkey: answer(asked!.challenge) }),
  }
}
