import type { Pack } from '@tongqu/kernel/pack'
import { readSheets, type SheetRefusal } from '@tongqu/sheet'
import { parse } from 'yaml'
import { type TableKind, type TableRead, tableKind } from './kinds.ts'
import { sheetRows } from './sheet.ts'
import type { TariffEdition } from './tariff.ts'

/** A table that stands in a pack. */
export interface PackTable {
  readonly kind: TableKind
  readonly edition: TariffEdition
  /** First legal day it speaks for. */
  readonly from: string
  readonly read: TableRead
}

interface Content {
  readonly kind: string
  readonly file: string
  /** Of `codes`: which table. */
  readonly table?: string
  readonly edition?: TariffEdition
}

/** Day that a table without an edition speaks for: its rows state their own days. */
export const ALWAYS = '1900-01-01'

/** The packs' own tables, read when they are first asked for. */
export type OwnTables = () => Promise<readonly PackTable[]>

export function ownTables(packs: readonly Pack[]): OwnTables {
  let tables: Promise<readonly PackTable[]> | undefined
  return () => (tables ??= tablesOfPacks(packs))
}

/** Reads the tables that packs list among their contents, the broadest pack first. */
export async function tablesOfPacks(packs: readonly Pack[]): Promise<PackTable[]> {
  const tables: PackTable[] = []
  for (const pack of packs) {
    const { contents = [] } = parse(pack.files.get('pack.yaml') ?? '') as { contents?: Content[] }
    for (const content of contents) {
      const kind = tableKind(content.table ?? content.kind)
      if (kind) tables.push(await tableOf(pack, content, kind))
    }
  }
  return tables
}

async function tableOf(pack: Pack, content: Content, kind: TableKind): Promise<PackTable> {
  const text = pack.files.get(content.file)
  if (text === undefined) throw new Error(`${pack.id}/pack.yaml lists ${content.file}, which is not there.`)
  const edition = content.edition ?? { id: `${pack.id}-pack`, year: 0, source: `${pack.id}/${content.file}` }
  let refusal: SheetRefusal | undefined
  const rows = sheetRows(readSheets(new TextEncoder().encode(text), { format: 'csv' }), refused => {
    refusal = refused
  })
  const read = await kind.read(rows, edition)
  if (refusal) throw new Error(`${pack.id}/${content.file}: ${refusal.code}`)
  return { kind, edition, from: edition.year ? `${edition.year}-01-01` : ALWAYS, read }
}
