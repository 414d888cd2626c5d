import { SheetRefused } from '../refusal.ts'
import { readXml } from '../xml/stream.ts'
import type { Archive } from '../zip/archive.ts'

export interface Relation {
  readonly id: string
  /** Last segment of the relation's type: "worksheet", "sharedStrings" … */
  readonly type: string
  /** Name of the part it points to; absent for one outside. */
  readonly part?: string
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels" (ECMA-376 part 2 §6.5.2.3). */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function resolve(base: string, target: string): string {
  const from = target.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const segment of target.split('/')) {
    if (segment === '..') {
      if (from.pop() === undefined) throw new SheetRefused('sheet.bad_path', {}, { part: target })
    } else if (segment !== '' && segment !== '.') from.push(segment)
  }
  return from.join('/')
}

/** The relations of a part; one that leads outside of the workbook is refused, a hyperlink excepted. */
export async function readRelations(archive: Archive, part: string, maxBytes: number): Promise<Relation[]> {
  const name = relationsPart(part)
  if (!archive.has(name)) return []
  const relations: Relation[] = []
  const handlers = {
    open(element: string, attributes: Readonly<Record<string, string>>) {
      if (element !== 'Relationship') return
      const type = (attributes.Type ?? '').split('/').pop() ?? ''
      const id = attributes.Id ?? ''
      if (/vbaProject|xlMacrosheet|xlIntlMacrosheet/i.test(type))
        throw new SheetRefused('sheet.has_macros', {}, { part: name })
      if (attributes.TargetMode === 'External') {
        if (type !== 'hyperlink') throw new SheetRefused('sheet.has_external_links', { type }, { part: name })
        relations.push({ id, type })
      } else relations.push({ id, type, part: resolve(part, attributes.Target ?? '') })
    },
  }
  await readXml(archive.chunks(name), handlers, name, maxBytes)
  return relations
}
