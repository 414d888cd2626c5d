import { createHash } from 'node:crypto'
import {
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import { randomToken, sm3 } from '../crypto/index.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import type { RelyingParty } from './address.ts'
import { later, readLimits } from './limits.ts'
import { identityRefusals } from './refusals.ts'

/*
 * Passkeys (W3C Web Authentication, Level 3). A challenge is handed out, kept by its digest, and taken away by the
 * first answer to it, right or wrong, or by its age. An answer counts when it was made on a page of this installation
 * (origin), for this installation (relying party), by somebody whom the device has recognised (user verification),
 * with a signature that the stored key confirms and a count of uses that has not gone back.
 */

/** What an authenticator answers when a passkey is made; texts are base64url. */
export interface NewCredential {
  readonly id: string
  readonly clientData: string
  readonly attestation: string
  readonly transports?: readonly string[]
}

/** What an authenticator answers when it is asked to prove itself; texts are base64url. */
export interface Assertion {
  readonly id: string
  readonly clientData: string
  readonly authenticatorData: string
  readonly signature: string
  /** The account's id, as the passkey was made with. */
  readonly userHandle?: string
}

/** EdDSA, ES256 and RS256 (IANA COSE algorithms). */
export const ALGORITHMS = [-8, -7, -257]

const ASK = 'insert into kernel.passkey_challenge (digest, account_id, expires_at) values ($1, $2, $3)'
const FORGET_OLD = 'delete from kernel.passkey_challenge where expires_at <= $1'
const TAKE = `
  delete from kernel.passkey_challenge
  where digest = $1 and account_id is not distinct from $2::uuid and expires_at > $3 returning 1`
const KEEP = `
  insert into kernel.passkey
    (id, credential, account_id, name, relying_party, public_key, counter, transports, synced, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (credential) do nothing`
const FIND = `
  select id, account_id as account, public_key as "publicKey", counter from kernel.passkey
  where credential = $1 and relying_party = $2 for update`
const USED = 'update kernel.passkey set counter = $2, synced = $3, used_at = $4 where id = $1'

/** Hands out a challenge. @param account who registers; null at sign-in @returns 32 random bytes, base64url */
export async function askPasskey(work: UnitOfWork, account: string | null): Promise<string> {
  const limits = await readLimits(work)
  const challenge = randomToken(32)
  await work.execute(FORGET_OLD, [work.now])
  await work.execute(ASK, [
    digest(challenge),
    account,
    later(work.now, limits['challenge.length'], 'seconds'),
  ])
  return challenge
}

/** Keeps a passkey that was just made. @returns its id here, or why it is not taken */
export async function keepPasskey(
  work: UnitOfWork,
  party: RelyingParty,
  account: string,
  name: string,
  made: NewCredential,
): Promise<string | Refusal> {
  const challenge = await takeChallenge(work, party, made.clientData, account)
  if (isRefusal(challenge)) return challenge
  const { id, clientData: clientDataJSON, attestation: attestationObject } = made
  const verified = await unlessBroken<VerifiedRegistrationResponse>(
    verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!verified?.verified) return identityRefusals.refuse('passkey.not_verified')
  const { credential, credentialBackedUp } = verified.registrationInfo
  const own = work.newId()
  const kept = await work.execute(KEEP, [
    own,
    Buffer.from(credential.id, 'base64url'),
    account,
    name,
    party.id,
    Buffer.from(credential.publicKey),
    credential.counter,
    made.transports ?? [],
    credentialBackedUp,
    work.now,
  ])
  return kept === 0 ? identityRefusals.refuse('passkey.taken') : own
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly account: string
  readonly publicKey: Buffer
  readonly counter: string
}

/**
 * Judges an answer at sign-in, and notes the use. System scope; the caller sees to it that the challenge stays used
 * although the call is refused.
 * @param account whose it must be; absent: it tells whose it is
 */
export async function provePasskey(
  work: UnitOfWork,
  party: RelyingParty,
  given: Assertion,
  account?: string,
): Promise<{ readonly account: string } | Refusal> {
  const challenge = await takeChallenge(work, party, given.clientData, null)
  if (isRefusal(challenge)) return challenge
  const isForUs = bytes(given.authenticatorData).subarray(0, 32).equals(sha256(party.id))
  if (!isForUs) return identityRefusals.refuse('passkey.wrong_party')
  const [row] = await work.query<Row>(FIND, [bytes(given.id), party.id])
  const isTheirs = row !== undefined && (account === undefined || row.account === account)
  if (!isTheirs || !handleFits(given, row.account)) return identityRefusals.refuse('passkey.not_known')
  const verified = await verifySignature(party, given, challenge, row)
  if (!verified) return identityRefusals.refuse('passkey.not_verified')
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const before = Number(row.counter)
  // Two devices that count by themselves have the same key (WebAuthn §6.1.1): one of them is a copy.
  if ((newCounter > 0 || before > 0) && newCounter <= before) {
    const data = { passkey: row.id, counter: newCounter, before }
    work.emit({ type: 'kernel.passkey.suspected', record: `kernel.account/${row.account}`, data })
    return identityRefusals.refuse('passkey.counter_back')
  }
  await work.execute(USED, [row.id, newCounter, credentialBackedUp, work.now])
  return { account: row.account }
}

/** Whether an account has one that works under the installation's name of today. */
export async function hasPasskey(work: UnitOfWork, party: RelyingParty | undefined, account: string) {
  if (!party) return false
  const rows = await work.query(
    'select 1 from kernel.passkey where account_id = $1 and relying_party = $2 limit 1',
    [account, party.id],
  )
  return rows.length > 0
}

/** Takes the challenge that the answer names away; it was made on one of our pages, or it does not count. */
async function takeChallenge(
  work: UnitOfWork,
  party: RelyingParty,
  clientData: string,
  account: string | null,
): Promise<string | Refusal> {
  const { challenge, origin } = read(clientData)
  if (typeof challenge !== 'string') return identityRefusals.refuse('passkey.not_verified')
  const taken = await work.query(TAKE, [digest(challenge), account, work.now])
  if (taken.length === 0) return identityRefusals.refuse('passkey.challenge_spent')
  if (origin === party.origin) return challenge
  return identityRefusals.refuse('passkey.wrong_origin', { origin: party.origin })
}

async function verifySignature(party: RelyingParty, given: Assertion, challenge: string, row: Row) {
  const { id, clientData: clientDataJSON, authenticatorData, signature } = given
  const verified = await unlessBroken<VerifiedAuthenticationResponse>(
    verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // The count is judged by us, after the signature: only the key's true holder can accuse it.
      credential: { id, publicKey: new Uint8Array(row.publicKey), counter: -1 },
    }),
  )
  return verified?.verified ? verified : undefined
}

/** The library throws at whatever does not fit: to us that is an answer that does not count. */
async function unlessBroken<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch {
    return undefined
  }
}

function handleFits({ userHandle }: Assertion, account: string): boolean {
  return userHandle === undefined || userHandle === handleOf(account)
}

/** What an authenticator keeps of the account: its id, which says nothing of the person. */
export function handleOf(account: string): string {
  return Buffer.from(account.replaceAll('-', ''), 'hex').toString('base64url')
}

function read(clientData: string): { readonly challenge?: unknown; readonly origin?: unknown } {
  try {
    return (JSON.parse(bytes(clientData).toString('utf8')) as object | null) ?? {}
  } catch {
    return {}
  }
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
const digest = (challenge: string): Buffer => Buffer.from(sm3(challenge), 'hex')
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
