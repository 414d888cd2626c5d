import { hrtime } from 'node:process'
import { ceb621 } from '../ceb/import/inventory.ts'
import { buildMessage } from '../schema/codec.ts'
import { conditions, listOf, tables } from './testing/lists.ts'

const GOAL = 2_000
const MESSAGES = 8_000
const RUNS = 5
const options = { day: '2026-11-23', tables, conditions }

/** Messages a second of every run, the first of which only warms the compiler up and is left out. */
function measure(): number[] {
  const lists = Array.from({ length: MESSAGES }, (_, n) => listOf(n))
  const rates: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    let refused = 0
    const from = hrtime.bigint()
    for (const list of lists) if ('faults' in buildMessage(ceb621, list, options)) refused++
    const seconds = Number(hrtime.bigint() - from) / 1e9
    if (refused > 0) throw new Error(`${refused} messages were refused`)
    if (run > 0) rates.push(Math.round(MESSAGES / seconds))
  }
  return rates.sort((a, b) => a - b)
}

/** Validates CEB621 lists of three lines, tables and conditions included, and writes them, on one core; unsigned. */
export const bench = {
  name: 'messages.build',
  run: async () => {
    const rates = measure()
    const median = rates[Math.floor(RUNS / 2)]!
    return {
      bench: 'messages.build',
      value: median,
      unit: 'messages/s, unsigned',
      limit: { name: 'CEB621 messages a second on one core, signed with RSA', value: GOAL },
      ratio: median / GOAL,
      spread: { min: rates[0]!, median, max: rates.at(-1)!, runs: RUNS },
    }
  },
}
