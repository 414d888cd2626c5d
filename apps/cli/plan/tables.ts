import { basename, resolve } from 'node:path'
import {
  publishedTables,
  readTariffFile,
  setOfPacks,
  type TableSet,
  tablesOfPacks,
} from '@tongqu/customs/tables'
import { openFile } from '@tongqu/kernel/files'
import type { Pack } from '@tongqu/kernel/pack'
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
  const path = resolve(terminal.cwd, options.tariff)
  const file = await openFile(path)
  const year = options.tariffYear
  try {
    const edition = { id: `${basename(path)}`, year, source: basename(path) }
    const read = await readTariffFile(file, edition)
    if (typeof read === 'object' && 'rows' in read) {
      const from = `${year}-01-01`
      const later = set.tariffs.filter(tariff => tariff.from > from)
      const own = { edition, from, rows: read.rows.map(row => ({ from, row })) }
      return { ...set, tariffs: [...set.tariffs.filter(tariff => tariff.from < from), own, ...later] }
    }
    return read.text[terminal.language]
  } finally {
    await file.close()
  }
}
