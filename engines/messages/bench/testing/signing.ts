import { generateKeyPairSync } from 'node:crypto'
import { hrtime } from 'node:process'
import { ceb621 } from '../../ceb/import/inventory.ts'
import { buildMessage } from '../../schema/codec.ts'
import type { ProfileName } from '../../signature/algorithm.ts'
import { signMessage } from '../../signature/sign.ts'
import { fileSigner, type Signer } from '../../signature/signer.ts'
import { listOf } from './lists.ts'

const RUNS = 5

/** A key of a file: RSA of 2048 bits with SHA-1, or SM2. */
export function signerOf(kind: 'rsa' | 'sm2'): Signer {
  const { privateKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'SM2' })
  const opened = fileSigner({ privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  return opened.signer
}

/** Signatures a second: of whole messages, and of the key alone over as many bytes as a SignedInfo has. */
export interface Rates {
  readonly messages: readonly number[]
  readonly bare: readonly number[]
}

/**
 * Signs CEB621 lists of three lines, one after the other, so that one core is at work at a time; in turn with the key
 * alone, so that both meet the same machine. The first round only warms the compiler up and is left out.
 */
export async function signingRates(signer: Signer, profile: ProfileName, count: number): Promise<Rates> {
  const xmls = Array.from({ length: count }, (_, n) => xmlOf(n))
  const info = new Uint8Array(1_000)
  const [messages, bare]: [number[], number[]] = [[], []]
  for (let run = 0; run <= RUNS; run++) {
    const whole = await rateOf(xmls, async xml => {
      const signed = await signMessage(ceb621, xml, signer, { profile })
      if ('refusal' in signed) throw new Error(signed.refusal.code)
    })
    const alone = await rateOf(xmls, () => signer.sign(info))
    if (run === 0) continue
    messages.push(whole)
    bare.push(alone)
  }
  return { messages, bare }
}

function xmlOf(n: number): string {
  const built = buildMessage(ceb621, listOf(n), { day: '2026-11-23' })
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.xml
}

async function rateOf<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> {
  const from = hrtime.bigint()
  for (const one of all) await work(one)
  return Math.round(all.length / (Number(hrtime.bigint() - from) / 1e9))
}
