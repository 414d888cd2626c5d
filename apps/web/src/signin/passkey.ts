import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'
import { command } from '../remote/call.ts'
import type { Commands } from '../remote/calls/index.ts'

export type PasskeyAnswer = Commands['kernel.session.openByPasskey']['input']['passkey']
type Made = Commands['kernel.passkey.add']['input']['credential']

/** Whether a passkey can be used on this page: the browser knows them, and the page stands where they are made for. */
export function canUsePasskey(origin: string | undefined): boolean {
  return origin === window.location.origin && browserSupportsWebAuthn()
}

export const canFillPasskey = browserSupportsWebAuthnAutofill

/**
 * Asks a device for one of its passkeys.
 * @param fills offers them where the account's name is typed, and waits there; another asking ends the wait
 * @throws DOMException-like errors, which `isCalledOff` tells apart
 */
export async function answerPasskey(fills = false): Promise<PasskeyAnswer> {
  const asked = await command('kernel.passkey.ask', {})
  const { id, response } = await startAuthentication({ optionsJSON: asked, useBrowserAutofill: fills })
  const { clientDataJSON: clientData, authenticatorData, signature, userHandle } = response
  return { id, clientData, authenticatorData, signature, ...(userHandle && { userHandle }) }
}

/** Lets a device make a passkey for whoever is signed in. */
export async function makePasskey(): Promise<Made> {
  const options = await command('kernel.passkey.begin', {})
  const { id, response } = await startRegistration({ optionsJSON: options as never })
  const { clientDataJSON: clientData, attestationObject: attestation, transports } = response
  return { id, clientData, attestation, ...(transports && { transports: [...transports] }) }
}

/** Takes back what a device was asked, where it was. */
export const endPasskey = () => WebAuthnAbortService.cancelCeremony()

/** Whether somebody closed the device's question, or let it stand too long: no fault, and nothing was sent. */
export function isCalledOff(error: unknown): boolean {
  return error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
}

/** Whether the device has a passkey of this account already. */
export function isThereAlready(error: unknown): boolean {
  return error instanceof Error && error.name === 'InvalidStateError'
}
