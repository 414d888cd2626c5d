import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Waiting, WaitingItem } from '@tongqu/kernel/desk'
import type { Deadlines } from '../deadline/find.ts'
import { stateOf } from '../deadline/view.ts'
import { same } from '../find/plans.ts'
import { ofParty, valuesOf } from './own.ts'

/* What waits of declarations, of their deadlines and of what the counter said. */

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly order_no: string | null
  readonly mode: string
  readonly at: Date
}

const COLUMNS = 'id, number, party_id, order_no, mode'

const itemOf = ({ id, number, party_id, order_no, mode, at }: Row): WaitingItem => ({
  number,
  title: same([order_no, mode].filter(Boolean).join(' · ')),
  party: party_id,
  page: `/declarations/${id}`,
  since: at,
})

/** The condition that the index declaration_to_act_on has, narrowed to some of its states. */
const inStates = (states: string) => (party: string | undefined) =>
  `
  select ${COLUMNS}, state_at as at from customs.declaration
  where state in ('draft', 'rejected', 'failed', 'unknown', 'detained') and state in (${states}) ${ofParty(party)}
  order by state_at limit $1`
const refusedOf = inStates(`'rejected', 'failed', 'unknown', 'detained'`)
const draftsOf = inStates(`'draft'`)

const refused: Waiting = {
  kind: 'customs.declaration.refused',
  name: { zh: '被退回或需人工处理的申报', en: 'Declarations sent back or to be decided' },
  todo: { zh: '查明并处理', en: 'See why, and act' },
  permission: 'customs.declaration.write',
  page: '/declarations/all?what=todo',
  find: async (work, most, party) =>
    (await work.query<Row>(refusedOf(party), valuesOf(most, party))).map(itemOf),
}

const drafts: Waiting = {
  kind: 'customs.declaration.draft',
  name: { zh: '资料不全的申报', en: 'Declarations that lack something' },
  todo: { zh: '补齐资料', en: 'Give what is missing' },
  permission: 'customs.declaration.write',
  page: '/declarations/all?what=draft',
  find: async (work, most, party) =>
    (await work.query<Row>(draftsOf(party), valuesOf(most, party))).map(itemOf),
}

function silent(deadlines: Deadlines): Waiting {
  return {
    kind: 'customs.declaration.silent',
    name: { zh: '海关逾时未答复的申报', en: 'Declarations that the counter has not answered in time' },
    todo: { zh: '查询回执', en: 'Ask the counter' },
    permission: 'customs.declaration.write',
    page: '/declarations/all?what=late',
    async find(work, most, party) {
      const hours = Number(deadlines.setting<string>(legalDay(work.now), 'declaration.silence_hours'))
      const late = new Date(work.now.getTime() - hours * 3_600_000)
      const rows = await work.query<Row>(
        `select ${COLUMNS}, waiting_since as at from customs.declaration
         where waiting_since < $3 and ($2::uuid is null or true) ${ofParty(party)} order by waiting_since limit $1`,
        [most, party ?? null, late],
      )
      return rows.map(row => ({ ...itemOf(row), isLate: true }))
    },
  }
}

/** Days ahead that a deadline is shown: as far as the list of deadlines looks by itself. */
const AHEAD = 45

/** Duties that are due or late. Rights that lapse press nobody. */
function due(deadlines: Deadlines): Waiting {
  return {
    kind: 'customs.deadline',
    name: { zh: '申报之后的期限', en: 'Deadlines after declaring' },
    todo: { zh: '按期办理', en: 'Do it in time' },
    permission: 'customs.declaration.read',
    page: '/declarations',
    async find(work, most) {
      const today = legalDay(work.now)
      const open = await deadlines.open(work.tx, today, AHEAD)
      return open
        .filter(each => each.rule.kind === 'duty' && stateOf(each.rule, each, today) !== 'coming')
        .sort((a, b) => (a.until < b.until ? -1 : 1))
        .slice(0, most)
        .map(({ rule, until, party, declarations, example }) => ({
          // Where it is about several, the number of the first would pass for all.
          number: declarations === 1 ? example : undefined,
          title: { zh: rule.entry.title?.zh ?? rule.what, en: rule.entry.title?.en ?? rule.what },
          party,
          page: `/declarations/${example}`,
          due: until,
          count: declarations,
        }))
    },
  }
}

const held: Waiting = {
  kind: 'customs.receipt.held',
  name: { zh: '搁置的回执', en: 'Receipts that were held' },
  todo: { zh: '核对后处理', en: 'Check, and settle' },
  permission: 'customs.receipt.settle',
  page: '/declarations/held',
  find: heldReceipts,
}

async function heldReceipts(work: UnitOfWork, most: number): Promise<WaitingItem[]> {
  const rows = await work.query<{
    kind: string
    key: string
    status: string
    party_id: string | null
    held_at: Date
  }>(
    `select kind, key, status, party_id, held_at from customs.receipt_held where settled_at is null order by held_at limit $1`,
    [most],
  )
  return rows.map(({ kind, key, status, party_id, held_at }) => ({
    number: key.replaceAll('\u001f', ' '),
    title: same(`${kind} · ${status}`),
    ...(party_id && { party: party_id }),
    page: '/declarations/held',
    since: held_at,
  }))
}

export function declarationWaits(deadlines: Deadlines): readonly Waiting[] {
  return [refused, silent(deadlines), drafts, due(deadlines), held]
}
