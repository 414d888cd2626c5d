import { basename, resolve } from 'node:path'
import {
  publishedTables,
  readTariffFile,
  rejectedRows,
  setOfPacks,
  type TableSet,
  tablesOfPacks,
} from '@tongqu/customs/tables'
import type { Pack } from '@tongqu/kernel/pack'
import { opened } from '../open.ts'
import type { Terminal } from '../verb.ts'
import type { PlanOptions } from './options.ts'

/**
 * The tables to plan with: a tariff named on the command line, over those that the installation of this
 * machine has published, else the packs' own.
 */
export async function tablesFor(
  terminal: Terminal,
  options: PlanOptions,
  packs: readonly Pack[],
  dataDir: string,
): Promise<TableSet | string> {
  const set = (await publishedTables(dataDir)) ?? setOfPacks(await tablesOfPacks(packs))
  if (!options.tariff || !options.tariffYear) return set
  return withTariff(set, terminal, resolve(terminal.cwd, options.tariff), options.tariffYear)
}

/** The tables with a tariff file as the edition of its year. */
async function withTariff(
  set: TableSet,
  terminal: Terminal,
  path: string,
  year: number,
): Promise<TableSet | string> {
  const file = await opened(terminal, path)
  if (typeof file === 'string') return file
  const name = basename(path)
  const edition = { id: name, year, source: name }
  const read = await readTariffFile(file, edition).finally(() => file.close())
  if ('text' in read) return `${name}: ${read.text[terminal.language]}`
  const faults = tellFaults(terminal, name, rejectedRows(read.problems))
  if (read.rows.length === 0) return faults
  if (faults !== '') terminal.err.write(`${faults}\n`)
  const from = `${year}-01-01`
  const own = { edition, from, rows: read.rows.map(row => ({ from, row })) }
  const earlier = set.tariffs.filter(tariff => tariff.from < from)
  return { ...set, tariffs: [...earlier, own, ...set.tariffs.filter(tariff => tariff.from > from)] }
}

/** Rows that are named one by one; the rest is counted. */
const NAMED = 5

function tellFaults({ language }: Terminal, name: string, rejected: ReturnType<typeof rejectedRows>): string {
  if (rejected.length === 0) return ''
  const count =
    language === 'zh'
      ? `${rejected.length} 处有误,所在行未采用`
      : `${rejected.length} faults; their rows were not taken`
  const lines = rejected.slice(0, NAMED).map(({ place, text }) => `  ${place}: ${text[language]}`)
  return [`${name}: ${count}`, ...lines, ...(rejected.length > NAMED ? ['  …'] : [])].join('\n')
}
