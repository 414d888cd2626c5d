import { closed, command, type Definition, NoInput, query } from '@tongqu/kernel/command'
import type { Pack } from '@tongqu/kernel/pack'
import { isRefusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import { ListUnits, UnitList } from '../contract.ts'
import { listUnits } from '../store/unit-list.ts'
import { keepUnits, type PackUnit, unitsOfPacks } from '../store/unit-pack.ts'
import { heading } from './show.ts'

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
  input: ListUnits,
  output: UnitList,
  example: { input: { kind: 'currency' } },
  async handle(work, { kind, search, after = 0 }) {
    const found = await listUnits(work.tx, { kind, search, after, most: PAGE + 1 })
    return { units: found.slice(0, PAGE), more: found.length > PAGE }
  },
  view: ({ units, more }) => [
    {
      table: {
        columns: [
          { title: { zh: '编号', en: 'Number' }, right: true },
          { title: { zh: '种类', en: 'Kind' } },
          { title: { zh: '代码', en: 'Code' } },
          { title: heading.name },
          { title: { zh: '小数位', en: 'Decimals' }, right: true },
          { title: { zh: '起', en: 'From' } },
          { title: { zh: '止', en: 'To' } },
        ],
        rows: units.map(({ number, kind, code, name, scale, from, to }) => [
          number,
          kind,
          code,
          name,
          scale,
          from,
          to,
        ]),
        none: { zh: '没有这样的记账单位', en: 'There is no such unit of account' },
      },
    },
    ...(more ? [{ note: heading.more }] : []),
  ],
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
