import { command, type Definition, type UnitOfWork } from '@tongqu/kernel/command'
import { tryOfStranger } from '@tongqu/kernel/tries'
import type { Static } from 'typebox'
import { timelineOf } from '../declaration/read-store.ts'
import { timelineEntry } from '../declaration/view.ts'
import * as contract from './contract.ts'
import { proves } from './proof.ts'
import { type TrackedRow, trackedBy } from './store.ts'

/** Tracking, for whoever holds a consignment's number and knows one thing more. */
export function trackCalls(): Definition[] {
  return [
    command({
      name: 'customs.track.find',
      verb: 'track <number> <proof>',
      summary: {
        zh: '凭运单号或清单号查询通关进度',
        en: 'Track a consignment through the customs by its number',
      },
      permission: 'public',
      // Whose it is, nobody knows before it is found; what is shown is nobody's secret.
      unsafeScope: 'system',
      callsPerMinute: 10,
      input: contract.Find,
      output: contract.Found,
      example: { input: { number: 'YT-0', proof: 'EX-0' } },
      handle: find,
    }),
  ]
}

type Found = Static<typeof contract.Found>

async function find(work: UnitOfWork, { number, proof }: Static<typeof contract.Find>): Promise<Found> {
  const name = number.normalize('NFKC').trim()
  const attempt = await tryOfStranger(work, `track ${name.toUpperCase()}`)
  if (attempt.wait > 0) return { answer: 'wait', wait: attempt.wait }
  const rows = (await trackedBy(work.tx, name)).filter(row => proves(row, name, proof))
  if (rows.length === 0) {
    await attempt.failed()
    return { answer: 'none' }
  }
  const consignments = []
  for (const row of rows) consignments.push(await shown(work, row))
  return { answer: 'found', consignments }
}

/** Steps that the customs and we took, without numbers, names, or what a receipt says in its own words. */
async function shown(work: UnitOfWork, row: TrackedRow): Promise<NonNullable<Found['consignments']>[number]> {
  const timeline = (await timelineOf(work.tx, row.declaration_id)).map(timelineEntry)
  return {
    direction: row.direction,
    mode: row.mode,
    state: row.state,
    stateAt: row.state_at.toISOString(),
    ...(row.list_no !== null && { listNo: hidden(row.list_no) }),
    steps: timeline
      .filter(({ what, isLate, text }) => what === 'sent' || (what === 'receipt' && !isLate && text))
      .map(({ at, title, text }) => ({ at, title: { ...title }, ...(text && { text: { ...text } }) }))
      .reverse(),
  }
}

const SHOWN = 6
const hidden = (number: string): string => `…${number.slice(-SHOWN)}`
