import type { Gateway } from '@tongqu/kernel/gateway'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { ProfileName, Signer } from '@tongqu/messages/signature'

/** The customs counter as this installation reaches it. */
export interface Counter {
  /** Undefined: no gateway is set up; messages wait. */
  readonly gateway: Gateway | undefined
  /** The key that a party's messages are signed with. */
  signerOf(party: string): Promise<SigningKey | Refusal>
  /** The public half of the installation's own key in PEM, for whoever verifies signatures without a certificate. */
  publicKey(): Promise<string | undefined>
}

export interface SigningKey {
  readonly signer: Signer
  readonly profile: ProfileName
}

export const noCounter: Counter = {
  gateway: undefined,
  signerOf: () => Promise.reject(new Error('This installation has no signing key.')),
  publicKey: async () => undefined,
}
