import { hash, verify } from '@node-rs/argon2'
import type { Refusal } from '../refusal/index.ts'
import type { Limits } from './limits.ts'
import { identityRefusals } from './refusals.ts'

/** argon2id with OWASP's first recommendation: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** Takes as long for an account that does not exist, so that logins cannot be listed by timing. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await nobodysHash())
  return (await verify(against, password)) && stored !== null && stored !== undefined
}

/** Fewest different characters that a password has. */
export const DIFFERENT = 5

/** Undefined when the password may be taken for that login. */
export function refusePassword(password: string, login: string, limits: Limits): Refusal | undefined {
  const least = limits['password.length']
  if ([...password].length < least)
    return identityRefusals.refuse('password.too_short', { least }, '/password')
  const plain = new Set(password).size < DIFFERENT || password.toLowerCase().includes(login.toLowerCase())
  return plain ? identityRefusals.refuse('password.too_plain', {}, '/password') : undefined
}

let nobody: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword('nobody has this password')
  return nobody
}
