import { command, type Definition, query, uploadFields } from '@tongqu/kernel/command'
import type { OpenedFile } from '@tongqu/kernel/files'
import type { HostServices } from '@tongqu/kernel/host'
import { isRefusal, type Refusal, refusals } from '@tongqu/kernel/refusal'
import { latestEditions } from '@tongqu/register'
import { type Static, Type } from 'typebox'
import { ImportOptions, ImportReport, TableList } from './contract.ts'
import { type TableKind, type TableRead, tableKind, tableKinds } from './kinds.ts'
import { ALWAYS, type OwnTables } from './of-packs.ts'
import { rejectedRows } from './problem-text.ts'
import { readTableFile } from './read-file.ts'
import { importTable } from './registers.ts'
import type { TariffEdition } from './tariff.ts'

export const tableRefusals = refusals({
  'table.unknown': {
    status: 404,
    text: { zh: '没有名为 {table} 的表', en: 'There is no table named {table}' },
    remedy: { zh: '可用的表：{known}', en: 'Tables: {known}' },
  },
  'table.edition_needed': {
    status: 422,
    text: {
      zh: '没有说明 {table} 表的版本与来源',
      en: 'The edition and source of the table {table} are not stated',
    },
    remedy: {
      zh: '给出 --edition、--year 与 --source；每条税率都要说明出自哪一版',
      en: 'Give --edition, --year and --source: every rate says which edition it stands in',
    },
  },
  'table.nothing_read': {
    status: 422,
    text: {
      zh: '表里没有一行可用；第一处 {place}:{zh}',
      en: 'Not one row of the table could be taken; first {place}: {en}',
    },
    remedy: {
      zh: '按提示改正文件；表头须与模板一致',
      en: 'Mend the file; its header must be that of the layout',
    },
  },
  'table.file_refused': {
    status: 422,
    text: { zh: '文件无法读取：{zh}', en: 'The file cannot be read: {en}' },
    remedy: { zh: '另存为 .xlsx 或 .csv 后再导入', en: 'Save it as .xlsx or .csv and import again' },
  },
})

/** Largest table file, bytes. */
const LARGEST = 64 * 1024 * 1024

const Input = Type.Object({ ...uploadFields, ...ImportOptions }, { additionalProperties: false })

/** Calls on the tariff, the code tables, the exchange rates and the dated facts about goods. */
export function tableCalls(services: HostServices, own: OwnTables): Definition[] {
  return [importCall(services), installCall(own), listCall]
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
      const kind = tableKind(input.table === 'codes' ? namedByFile(input.name) : input.table)
      if (!kind)
        return tableRefusals.refuse(
          'table.unknown',
          { table: input.table, known: [...tableKinds.keys()] },
          '/table',
        )
      const edition = editionOf(kind, input)
      if (!edition) return tableRefusals.refuse('table.edition_needed', { table: input.table }, '/edition')
      const read = await readTable(await files.open(input.sm3), kind, edition)
      if (isRefusal(read)) return read
      const from = input.from ?? (edition.year ? `${edition.year}-01-01` : ALWAYS)
      const { sm3, bytes, type, name } = input
      await work.files.keep({ sm3, bytes, type, name })
      const report = await importTable(work, { kind, edition, from, read, file: sm3 })
      return { ...report, rejected: [...report.rejected] }
    },
  })
}

/** `codes` means the code table that the file is named after: `units.csv`, `packs/units.csv.gz`. */
function namedByFile(name: string): string {
  return name.replace(/^.*[/\\]/, '').replace(/\..*$/, '')
}

/** Tables that state their own sources row by row need no edition of their own. */
function editionOf(kind: TableKind, input: Static<typeof Input>): TariffEdition | undefined {
  const { edition, year, source, name } = input
  if (kind.name === 'tariff' && (!edition || !year || !source)) return undefined
  return { id: edition ?? name, year: year ?? 0, source: source ?? name }
}

async function readTable(
  file: OpenedFile,
  kind: TableKind,
  edition: TariffEdition,
): Promise<TableRead | Refusal> {
  try {
    const read = await readTableFile(file, kind, edition)
    if ('text' in read) return tableRefusals.refuse('table.file_refused', { ...read.text })
    if (read.rows.length > 0) return read
    const [first] = rejectedRows(read.problems)
    return tableRefusals.refuse('table.nothing_read', { place: first?.place ?? '1', ...first?.text })
  } finally {
    await file.close()
  }
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
        const before = held.get(table.kind.register)
        if (before?.file) continue
        const report = await importTable(work, table, 'quiet')
        if (report.added + report.ended > 0) loaded.push(table.kind.name)
      }
      return { loaded }
    },
  })
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
    return {
      tables: editions.map(({ register, importedAt, file: _, ...rest }) => ({
        table: register.slice('customs.'.length),
        importedAt: importedAt.toISOString(),
        ...rest,
      })),
    }
  },
})
