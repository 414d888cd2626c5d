import { command, type Definition, query, type UnitOfWork, uploadFields } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { isRefusal } from '@tongqu/kernel/refusal'
import { allRecords, describeRows, editedKeys, latestEditions, undescribed } from '@tongqu/register'
import { type Static, Type } from 'typebox'
import { accountNames } from './accounts.ts'
import { ImportOptions, ImportReport, TableList } from './contract.ts'
import { describeRow } from './describe.ts'
import { entryCalls } from './entry/calls.ts'
import { importCalls } from './import/calls.ts'
import { kindOfFile, type TableKind, tableKinds } from './kinds.ts'
import { lookCalls } from './look/calls.ts'
import type { OwnTables, PackTable } from './of-packs.ts'
import { tableRefusals } from './refusals.ts'
import { importTable } from './registers.ts'
import { takeFile } from './take.ts'
import type { TariffEdition } from './tariff.ts'

/** Largest table file, bytes. */
const LARGEST = 64 * 1024 * 1024

const Input = Type.Object({ ...uploadFields, ...ImportOptions }, { additionalProperties: false })

/** Calls on the tariff, the code tables, the exchange rates and the dated facts about goods. */
export function tableCalls(services: HostServices, own: OwnTables): Definition[] {
  return [
    importCall(services),
    installCall(own),
    listCall,
    ...lookCalls(),
    ...importCalls(services),
    ...entryCalls(),
  ]
}

function importCall({ files }: HostServices): Definition {
  return command({
    name: 'customs.table.import',
    summary: {
      zh: '导入税则、代码表、汇率等',
      en: 'Import the tariff, a code table, exchange rates or another table',
    },
    permission: 'customs.table.import',
    verb: 'import <table> <file>',
    upload: { maxBytes: LARGEST },
    input: Input,
    output: ImportReport,
    refusals: Object.keys(tableRefusals.kinds),
    example: {
      content: 'currency,purpose,from,to,rate,source\nUSD,customs,2027-01-01,2027-01-31,7.10,an example\n',
      input: { table: 'rates', name: 'rates.csv' },
    },
    async handle(work, input) {
      const kind = kindOfFile(input.table, input.name)
      if (!kind)
        return tableRefusals.refuse(
          'table.unknown',
          { table: input.table, known: [...tableKinds.keys()] },
          '/table',
        )
      const edition = editionOf(kind, input)
      if (!edition) return tableRefusals.refuse('table.edition_needed', { table: input.table }, '/edition')
      const { sm3, bytes, type, name, from } = input
      const report = await takeFile(work, await files.open(sm3), { kind, edition, from, file: sm3 })
      if (isRefusal(report)) return report
      await work.files.keep({ sm3, bytes, type, name })
      return { ...report, rejected: [...report.rejected] }
    },
  })
}

/** Tables that state their own sources row by row need no edition of their own. */
function editionOf(kind: TableKind, input: Static<typeof Input>): TariffEdition | undefined {
  const { edition, year, source, name } = input
  if (kind.name === 'tariff' && (!edition || !year || !source)) return undefined
  return { id: edition ?? name, year: year ?? 0, source: source ?? name }
}

/** Loads the packs' own tables where nothing better stands: what a user imported is never replaced. */
function installCall(own: OwnTables): Definition {
  return command({
    name: 'customs.table.install',
    summary: { zh: '装入数据包自带的表', en: "Load the packs' own tables" },
    permission: 'customs.table.install',
    input: Type.Object({}, { additionalProperties: false }),
    output: Type.Object({ loaded: Type.Array(Type.String()) }),
    example: { input: {} },
    async handle(work) {
      const held = new Map((await latestEditions(work.tx, 'customs.%')).map(each => [each.register, each]))
      const loaded: string[] = []
      for (const table of await own()) {
        if (held.get(table.kind.register)?.file) continue
        const report = await importTable(work, await withCorrections(work, table), { quiet: true })
        if (report.added + report.ended > 0) loaded.push(table.kind.name)
      }
      for (const register of await undescribed(work))
        if (register.startsWith('customs.')) await describeRows(work, register, describeRow)
      return { loaded }
    },
  })
}

/** A pack's table with the entries that somebody has corrected since as they stand: they are better. */
async function withCorrections(work: UnitOfWork, table: PackTable): Promise<PackTable> {
  const { register } = table.kind
  const edited = await editedKeys(work.tx, register)
  if (edited.size === 0) return table
  const standing = (await allRecords(work.tx, register)).filter(({ key }) => edited.has(key))
  const rows = [
    ...table.read.rows.filter(({ key }) => !edited.has(key)),
    ...standing.map(({ key, from, to, data }) => ({ key, from, ...(to && { to }), data })),
  ]
  return { ...table, read: { ...table.read, rows } }
}

const listCall = query({
  name: 'customs.table.list',
  summary: { zh: '已装入的表及其版本', en: 'Tables that are loaded, with their editions' },
  permission: 'signed-in',
  input: Type.Object({}, { additionalProperties: false }),
  output: TableList,
  example: { input: {} },
  async handle(work) {
    const editions = await latestEditions(work.tx, 'customs.%')
    const byOf = await accountNames(
      work.tx,
      editions.map(each => each.account),
    )
    return {
      tables: editions.map(({ register, edition, year, source, from, importedAt, knownSince, ...rest }) => ({
        table: register.slice('customs.'.length),
        edition,
        year,
        source,
        from,
        importedAt: importedAt.toISOString(),
        knownSince,
        rows: rest.rows,
        rejected: rest.rejected,
        ...byOf(rest.account),
      })),
      known: [...tableKinds.values()].map(({ name, takes }) => ({ table: name, takes })),
    }
  },
})
