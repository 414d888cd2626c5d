import { hrtime } from 'node:process'
import { ceb621 } from '../ceb/import/inventory.ts'
import { buildMessage, parseMessage } from '../schema/codec.ts'
import { conditions, listOf, tables } from './testing/lists.ts'

const GOAL = 5_000
const MESSAGES = 4_000
const RUNS = 5
const options = { day: '2026-11-23', tables, conditions }

function documents(): Uint8Array[] {
  return Array.from({ length: MESSAGES }, (_, n) => {
    const built = buildMessage(ceb621, listOf(n), options)
    if ('faults' in built) throw new Error(JSON.stringify(built.faults))
    return new TextEncoder().encode(built.xml)
  })
}

/** Messages a second of every run, the first of which only warms the compiler up and is left out. */
function measure(): number[] {
  const bytes = documents()
  const rates: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    let refused = 0
    const from = hrtime.bigint()
    for (const one of bytes) if ('faults' in parseMessage(ceb621, one, options)) refused++
    const seconds = Number(hrtime.bigint() - from) / 1e9
    if (refused > 0) throw new Error(`${refused} messages were refused`)
    if (run > 0) rates.push(Math.round(MESSAGES / seconds))
  }
  return rates.sort((a, b) => a - b)
}

/** Reads CEB621 lists of three lines from bytes and validates them, tables and conditions included, on one core. */
export const bench = {
  name: 'messages.parse',
  run: async () => {
    const rates = measure()
    const median = rates[Math.floor(RUNS / 2)]!
    return {
      bench: 'messages.parse',
      value: median,
      unit: 'messages/s',
      limit: { name: 'CEB621 messages a second on one core', value: GOAL },
      ratio: median / GOAL,
      spread: { min: rates[0]!, median, max: rates.at(-1)!, runs: RUNS },
    }
  },
}
