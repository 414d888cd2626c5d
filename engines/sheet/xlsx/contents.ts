import { SheetRefused } from '../refusal.ts'
import { readXml } from '../xml/stream.ts'
import type { Archive } from '../zip/archive.ts'

const CONTENT_TYPES = '[Content_Types].xml'

function refuseByName(name: string): void {
  const lower = name.toLowerCase()
  const place = { part: name }
  if (lower.endsWith('vbaproject.bin') || lower.startsWith('xl/macrosheets/'))
    throw new SheetRefused('sheet.has_macros', {}, place)
  if (/^xl\/(externallinks\/|connections\.xml|querytables\/)/.test(lower))
    throw new SheetRefused('sheet.has_external_links', {}, place)
  if (/^xl\/(embeddings|activex)\//.test(lower))
    throw new SheetRefused('sheet.has_embedded_objects', {}, place)
}

/** Refuses a package that is no workbook, or that holds programs, objects or links to elsewhere. */
export async function checkContents(archive: Archive, maxBytes: number): Promise<void> {
  if (!archive.has(CONTENT_TYPES)) {
    const found = archive.has('mimetype') ? 'ods' : 'zip'
    throw new SheetRefused('sheet.not_a_workbook', { found })
  }
  for (const name of archive.names) refuseByName(name)
  let workbook = false
  let found = 'office document'
  const handlers = {
    open(_: string, attributes: Readonly<Record<string, string>>) {
      const type = attributes.ContentType ?? ''
      if (/macroEnabled|vbaProject/i.test(type))
        throw new SheetRefused('sheet.has_macros', {}, { part: CONTENT_TYPES })
      if (/spreadsheetml\.(sheet|template)\.main\+xml$/i.test(type)) workbook = true
      if (/excel\.sheet\.binary/i.test(type)) found = 'xlsb'
    },
  }
  await readXml(archive.chunks(CONTENT_TYPES), handlers, CONTENT_TYPES, maxBytes)
  if (!workbook) throw new SheetRefused('sheet.not_a_workbook', { found })
}
