import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { askTurn } from '../declaration/counter/ask.ts'
import type { Desk } from '../declaration/env.ts'
import { wrongIn } from '../declaration/form/assemble.ts'
import { type Content, keyOf } from '../declaration/form/kinds.ts'
import { keepDeclarations } from '../declaration/keep.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import type { DeclarantRow } from '../declaration/rows.ts'
import { declarantOf, takeNumbers } from '../declaration/store.ts'
import { holdSummaries } from '../summary/store.ts'
import type * as contract from './contract.ts'
import { entryRefusals } from './refusals.ts'
import * as store from './store.ts'

/** What parcels of one entry have in common: elements of their lists. */
const SHARED = [
  'customsCode',
  'trafMode',
  'trafNo',
  'voyageNo',
  'billNo',
  'logisticsCode',
  'logisticsName',
] as const

/**
 * Tells the customs that parcels of direct import entered the supervised yard (CEB711): one entry for each means of
 * transport, bill of lading and carrier, made by the one who runs the yard from the lists that it declared itself.
 */
export async function makeEntries(
  work: UnitOfWork,
  desk: Desk,
  input: Static<typeof contract.Make>,
): Promise<Static<typeof contract.Made> | Refusal> {
  const { party } = work.actor
  if (party === undefined) return declarationRefusals.refuse('declaration.party_needed')
  const declarant = await declarantOf(work.tx, party)
  if (!declarant) return declarationRefusals.refuse('declaration.no_declarant')
  if (input.plan === undefined && input.lists === undefined)
    return entryRefusals.refuse('entry.nothing_named')
  await holdSummaries(work.tx, party)
  await store.giveParcelsBack(work.tx, party, work.now)
  const lists = await store.arrivedLists(work.tx, party, input)
  const free = lists.filter(each => each.is_free)
  if (free.length === 0) return entryRefusals.refuse('entry.nothing')
  const entries: Static<typeof contract.Made>['entries'] = []
  for (const group of Map.groupBy(free, ({ head }) =>
    SHARED.map(name => head[name]).join('\u001f'),
  ).values()) {
    const made = await makeOne(work, desk, { party, declarant, input }, group)
    if (isRefusal(made)) return made
    entries.push(made)
  }
  await askTurn(work)
  return { entries, skipped: lists.length - free.length }
}

interface Making {
  readonly party: string
  readonly declarant: DeclarantRow
  readonly input: Static<typeof contract.Make>
}

async function makeOne(
  work: UnitOfWork,
  desk: Desk,
  { party, declarant, input }: Making,
  group: readonly store.ArrivedList[],
) {
  const day = legalDay(work.now)
  const [number] = (await takeNumbers(work.tx, day, 1)) as [string]
  const content = entryOf(number, input, group)
  const of = { profile: declarant.profile, codes: await desk.codes(work.tx, day) }
  const [wrong] = wrongIn('CEB711', content, of, { day, conditions: desk.conditions(day) })
  if (wrong)
    return declarationRefusals.refuse('declaration.still_missing', {
      count: 1,
      first: `CEB711 ${wrong.element}`,
    })
  const record = { kind: 'CEB711' as const, role: 'list' as const, key: keyOf('CEB711', content), content }
  const [kept] = await keepDeclarations(work, desk, day, [
    {
      number,
      party,
      account: work.actor.account,
      of: undefined,
      mode: '9610',
      form: 'yard_entry',
      direction: 'import',
      assembled: { records: [record], byOthers: [], missing: [], wrong: [], mismatches: [] },
    },
  ])
  const { id } = kept!
  const { billNo = '', logisticsCode: carrier = '' } = group[0]!.head
  const parcels = group.map(({ id: list, head }) => ({ list, waybill: head.logisticsNo! }))
  await store.addParcels(work.tx, { entry: id, party, carrier }, parcels)
  work.emit({
    type: 'customs.entry.made',
    record: `customs.declaration/${id}`,
    data: { number, billNo, parcels: parcels.length },
  })
  return { id, number, billNo, carrier, parcels: parcels.length }
}

function entryOf(
  copNo: string,
  { operatorCode, operatorName, unloadLocation }: Static<typeof contract.Make>,
  group: readonly store.ArrivedList[],
): Content {
  const { customsCode, trafMode, trafNo, voyageNo, billNo, logisticsCode, logisticsName } = group[0]!.head
  return {
    DeliveryHead: {
      customsCode,
      copNo,
      operatorCode,
      operatorName,
      ieFlag: 'I',
      trafMode,
      trafNo,
      voyageNo,
      billNo,
      logisticsCode,
      logisticsName,
      ...(unloadLocation !== undefined && { unloadLocation }),
    },
    DeliveryList: group.map(({ head }, n) => ({ gnum: String(n + 1), logisticsNo: head.logisticsNo })),
  }
}
