import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { RelyingParty } from './address.ts'
import { type Assertion, handleOf, type NewCredential } from './passkeys.ts'

/** What an answer may have other than it should, for tests. */
export interface Odd {
  readonly origin?: string
  readonly relyingParty?: string
  /** The count of uses; absent: none is kept. */
  readonly counter?: number
  /** Whether it has recognised its user. */
  readonly isVerified?: boolean
  readonly userHandle?: string
}

/** An authenticator in software: makes passkeys and answers with them, for examples and tests. */
export class SoftAuthenticator {
  #id = ''
  #key: KeyObject | undefined
  #handle: string | undefined

  /** Makes a passkey; it is the one that answers from then on. */
  create(party: RelyingParty, challenge: string, account: string, odd: Odd = {}): NewCredential {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const id = randomBytes(32)
    this.#key = privateKey
    this.#id = id.toString('base64url')
    this.#handle = handleOf(account)
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    // COSE_Key of ES256 (RFC 9053 §7.1.1), in CBOR.
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const data = Buffer.concat([head(party, odd, ATTESTED), Buffer.alloc(16), length, id, key])
    // { fmt: 'none', attStmt: {}, authData } in CBOR; the data is shorter than 256 bytes.
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ])
    return {
      id: this.#id,
      clientData: clientData('webauthn.create', party, challenge, odd),
      attestation: attestation.toString('base64url'),
      transports: ['internal'],
    }
  }

  /** Answers a challenge with the passkey made last. */
  answer(party: RelyingParty, challenge: string, odd: Odd = {}): Assertion {
    const data = head(party, odd)
    const client = clientData('webauthn.get', party, challenge, odd)
    const hash = createHash('sha256').update(Buffer.from(client, 'base64url')).digest()
    const userHandle = odd.userHandle ?? this.#handle
    return {
      id: this.#id,
      clientData: client,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, hash]), this.#key!).toString('base64url'),
      ...(userHandle !== undefined && { userHandle }),
    }
  }
}

/** Flags of authenticator data (WebAuthn §6.1). */
const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

function head(party: RelyingParty, { relyingParty, counter = 0, isVerified = true }: Odd, more = 0): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const hash = createHash('sha256')
    .update(relyingParty ?? party.id)
    .digest()
  return Buffer.concat([hash, Buffer.from([PRESENT | (isVerified ? VERIFIED : 0) | more]), count])
}

function clientData(type: string, party: RelyingParty, challenge: string, { origin }: Odd): string {
  const data = { type, challenge, origin: origin ?? party.origin, crossOrigin: false }
  return Buffer.from(JSON.stringify(data)).toString('base64url')
}
