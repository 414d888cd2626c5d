import { generateKeyPairSync } from 'node:crypto'
import { hrtime } from 'node:process'
import { ceb621 } from '../ceb/import/inventory.ts'
import { buildMessage } from '../schema/codec.ts'
import { signMessage } from '../signature/sign.ts'
import { fileSigner, type Signer } from '../signature/signer.ts'
import { conditions, type List, listOf, tables } from './testing/lists.ts'

const GOAL = 2_000
const MESSAGES = 2_000
const RUNS = 5
const options = { day: '2026-11-23', tables, conditions }

/** A key as the port's cards hold: RSA of 2048 bits, SHA-1. */
function signerOf(): Signer {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const opened = fileSigner({ privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  return opened.signer
}

async function buildAndSign(list: List, signer: Signer): Promise<void> {
  const built = buildMessage(ceb621, list, options)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  const signed = await signMessage(ceb621, built.xml, signer, { profile: 'eport-rsa' })
  if ('refusal' in signed) throw new Error(signed.refusal.code)
}

/** Messages a second of every run, the first of which only warms the compiler up and is left out. */
async function measure(): Promise<number[]> {
  const lists = Array.from({ length: MESSAGES }, (_, n) => listOf(n))
  const signer = signerOf()
  const rates: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const from = hrtime.bigint()
    // One after the other, so that one core is at work at a time: the key's thread or ours.
    for (const list of lists) await buildAndSign(list, signer)
    const seconds = Number(hrtime.bigint() - from) / 1e9
    if (run > 0) rates.push(Math.round(MESSAGES / seconds))
  }
  return rates.sort((a, b) => a - b)
}

/** Validates CEB621 lists of three lines, tables and conditions included, writes and signs them, one at a time. */
export const bench = {
  name: 'messages.build',
  run: async () => {
    const rates = await measure()
    const median = rates[Math.floor(RUNS / 2)]!
    return {
      bench: 'messages.build',
      value: median,
      unit: 'messages/s',
      limit: { name: 'CEB621 messages a second on one core, signed with RSA', value: GOAL },
      ratio: median / GOAL,
      spread: { min: rates[0]!, median, max: rates.at(-1)!, runs: RUNS },
    }
  },
}
