import type { SheetLimits } from '../limits.ts'
import { SheetRefused } from '../refusal.ts'
import { readXml } from '../xml/stream.ts'
import type { Archive } from '../zip/archive.ts'
import { type Relation, readRelations } from './relations.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

export interface WorkbookParts {
  readonly sheets: readonly WorkbookSheet[]
  readonly date1904: boolean
  readonly strings?: string
  readonly styles?: string
}

const partOf = (relations: readonly Relation[], type: string) =>
  relations.find(relation => relation.type === type)?.part

interface ListedSheet {
  name: string
  hidden: boolean
  relation: string
}

async function readSheetList(archive: Archive, part: string, limits: SheetLimits) {
  const listed: ListedSheet[] = []
  let date1904 = false
  const handlers = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const key = Object.keys(attributes).find(attribute => /:id$/.test(attribute))
      listed.push({
        name: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        relation: key === undefined ? '' : (attributes[key] ?? ''),
      })
    },
  }
  await readXml(archive.chunks(part), handlers, part, limits.maxPartBytes)
  if (listed.length > limits.maxSheets)
    throw new SheetRefused('sheet.too_many_sheets', { found: listed.length, limit: limits.maxSheets })
  return { listed, date1904 }
}

/** Finds the sheets of a workbook in their order, and the parts that its cells refer to. */
export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<WorkbookParts> {
  const root = await readRelations(archive, '', limits.maxPartBytes)
  const main = partOf(root, 'officeDocument')
  if (main === undefined || !archive.has(main))
    throw new SheetRefused('sheet.damaged', { detail: 'no workbook part' })
  const relations = await readRelations(archive, main, limits.maxPartBytes)
  const { listed, date1904 } = await readSheetList(archive, main, limits)
  const sheets: WorkbookSheet[] = []
  for (const { name, hidden, relation } of listed) {
    const target = relations.find(candidate => candidate.id === relation)
    // A chart sheet holds no cells.
    if (target?.type !== 'worksheet' || target.part === undefined) continue
    await readRelations(archive, target.part, limits.maxPartBytes)
    sheets.push({ name, hidden, part: target.part })
  }
  const strings = partOf(relations, 'sharedStrings')
  const styles = partOf(relations, 'styles')
  return { sheets, date1904, ...(strings && { strings }), ...(styles && { styles }) }
}
