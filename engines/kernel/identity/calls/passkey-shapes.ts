import { Type } from 'typebox'
import { closed, Id, Instant } from '../../command/index.ts'

const Base64url = (maxLength: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: 1, maxLength, personal: true })

/** What the browser's authenticator answers at sign-in. */
export const AssertionGiven = closed({
  id: Base64url(1400),
  clientData: Base64url(4000),
  authenticatorData: Base64url(4000),
  signature: Base64url(2000),
  userHandle: Type.Optional(Base64url(100)),
})

/** What it answers when a passkey was made. */
export const Made = closed({
  id: Base64url(1400),
  clientData: Base64url(4000),
  attestation: Base64url(20_000),
  transports: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z-]{1,20}$' }), { maxItems: 10 })),
})

export const PasskeyName = Type.String({ minLength: 1, maxLength: 60, personal: true })

export const Challenge = Type.String({ description: '32 random bytes, base64url; answered once' })

/** `PublicKeyCredentialCreationOptionsJSON`, as browsers take it. */
export const Options = closed({
  challenge: Challenge,
  rp: closed({ id: Type.String(), name: Type.String() }),
  user: closed({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  pubKeyCredParams: Type.Array(closed({ type: Type.Literal('public-key'), alg: Type.Integer() })),
  attestation: Type.Literal('none'),
  authenticatorSelection: closed({
    residentKey: Type.Literal('required'),
    requireResidentKey: Type.Literal(true),
    userVerification: Type.Literal('required'),
  }),
  excludeCredentials: Type.Array(
    closed({ id: Type.String(), type: Type.Literal('public-key'), transports: Type.Array(Type.String()) }),
  ),
})

/** A passkey as its owner sees it. */
export const Listed = closed({
  passkey: Id,
  name: Type.String(),
  /** Whether its maker keeps a copy, so that it outlives the device. */
  synced: Type.Boolean(),
  madeAt: Instant,
  usedAt: Type.Optional(Instant),
  /** The installation's name that it was made for, where that is another today: it does not answer then. */
  madeFor: Type.Optional(Type.String()),
})
