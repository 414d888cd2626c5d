import { closed, command, type Definition, NoInput, query } from '@tongqu/kernel/command'
import type { Pack } from '@tongqu/kernel/pack'
import { isRefusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import { listUnits } from '../store/unit-list.ts'
import { keepUnits, type PackUnit, unitsOfPacks } from '../store/unit-pack.ts'
import { Unit } from './shapes.ts'

const PAGE = 200

/** Calls on units of account. */
export function unitCalls(packs: readonly Pack[]): Definition[] {
  return [unitList, installUnits(packs)]
}

const unitList = query({
  name: 'ledger.unit.list',
  verb: 'ledger units',
  summary: { zh: '记账单位', en: 'Units of account' },
  permission: 'signed-in',
  input: closed({
    kind: Type.Optional(Type.String({ maxLength: 40, description: 'currency, piece, quota, …' })),
    /** A code, or what a code or name begins with. */
    search: Type.Optional(Type.String({ maxLength: 100, description: 'part of a code or name' })),
    after: Type.Optional(Type.Integer({ minimum: 0, description: 'go on after this number' })),
  }),
  output: closed({
    units: Type.Array(
      closed({
        ...Unit.properties,
        from: Type.Optional(Type.String()),
        to: Type.Optional(Type.String()),
        source: Type.Optional(Type.String()),
      }),
    ),
    more: Type.Boolean(),
  }),
  example: { input: { kind: 'currency' } },
  async handle(work, { kind, search, after = 0 }) {
    const found = await listUnits(work.tx, { kind, search, after, most: PAGE + 1 })
    return { units: found.slice(0, PAGE), more: found.length > PAGE }
  },
})

function installUnits(packs: readonly Pack[]): Definition {
  let units: Promise<PackUnit[]> | undefined
  return command({
    name: 'ledger.unit.install',
    summary: { zh: '装入数据包的记账单位', en: "Load the packs' units of account" },
    permission: 'ledger.unit.install',
    input: NoInput,
    output: closed({ changed: Type.Array(Type.String()) }),
    refusals: ['ledger.unit_contradicts'],
    example: { input: {} },
    async handle(work) {
      units ??= unitsOfPacks(packs)
      const changed = await keepUnits(work, await units)
      if (isRefusal(changed)) return changed
      if (changed.length > 0) work.emit({ type: 'ledger.unit.installed', data: { units: changed } })
      return { changed }
    },
  })
}
