import { describe, expect, test } from 'vitest'
import type { SheetLimits } from './limits.ts'
import { collect } from './testing/collect.ts'
import { craftWorkbook, workbookParts } from './testing/workbook.ts'
import { craftZip } from './testing/zip.ts'

const codeOf = async (bytes: Uint8Array, limits: Partial<SheetLimits> = {}) =>
  (await collect(bytes, { limits })).refusal?.code

const ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'

describe('a file that must not be read is refused before it does harm', () => {
  test('a 2 GB file is refused by its size, without a byte being read', async () => {
    let reads = 0
    const huge = {
      size: 2 * 1024 ** 3,
      read: async () => {
        reads++
        return new Uint8Array(1)
      },
    }
    const { refusal } = await collect(huge)
    expect(refusal).toMatchObject({ code: 'sheet.too_large', params: { bytes: 2 * 1024 ** 3 } })
    expect(reads).toBe(0)
  })

  test('a stream without a stated size is cut off at the limit', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given += 1000
        yield Buffer.from('a,b\n'.repeat(250))
      }
    }
    const { refusal } = await collect(endless(), { limits: { maxBytes: 10_000 } })
    expect(refusal?.code).toBe('sheet.too_large')
    expect(given).toBeLessThan(200_000)
  })

  test('a zip bomb is refused by its ratio', async () => {
    const bomb = craftWorkbook({ sheet: Buffer.alloc(20_000_000, 0x20) })
    expect(bomb.byteLength).toBeLessThan(50_000)
    expect(await codeOf(bomb)).toBe('sheet.zip_bomb')
  })

  test('a zip bomb is refused by the sum of what it would unpack to', async () => {
    expect(await codeOf(craftWorkbook({ cells: ONE_CELL }), { maxUnpackedBytes: 1000 })).toBe(
      'sheet.zip_bomb',
    )
  })

  test('a directory that declares less than a part holds is found out while unpacking', async () => {
    const parts = workbookParts({ cells: ONE_CELL.padEnd(100_000) }).map(part =>
      part.name.includes('sheet1') ? { ...part, directory: { size: 50 } } : part,
    )
    expect(await codeOf(craftZip(parts))).toBe('sheet.size_lies')
  })

  test('a directory that declares more than a part holds is found out at its end', async () => {
    const parts = workbookParts({ cells: ONE_CELL }).map(part =>
      part.name.includes('sheet1') ? { ...part, directory: { size: 900 } } : part,
    )
    expect(await codeOf(craftZip(parts))).toBe('sheet.size_lies')
  })

  test('a part whose bytes do not have their checksum is damaged', async () => {
    const parts = workbookParts({ cells: ONE_CELL }).map(part =>
      part.name.includes('sheet1') ? { ...part, directory: { crc: 1 } } : part,
    )
    expect(await codeOf(craftZip(parts))).toBe('sheet.damaged')
  })

  test('parts that share their bytes are refused', async () => {
    const parts = workbookParts({ cells: ONE_CELL })
    const twin = { name: '[Content_Types].xml', data: parts[0]?.data ?? '' }
    const shared = craftZip([
      ...parts,
      {
        name: 'xl/a.bin',
        data: 'x',
        directory: { offset: 0, name: twin.name.toUpperCase().replace('[C', '[c') },
      },
    ])
    expect(['sheet.duplicate_part', 'sheet.overlapping_parts']).toContain(await codeOf(shared))
    const nested = craftZip([
      { name: 'a', data: craftZip([{ name: 'b', data: 'hello', stored: true }]), stored: true },
      { name: 'b', data: 'hello', stored: true, directory: { offset: 31 } },
    ])
    expect(await codeOf(nested)).toBe('sheet.overlapping_parts')
  })

  test('two parts of one name are refused, whatever their case', async () => {
    const parts = workbookParts({ cells: ONE_CELL, more: [{ name: 'XL/WORKBOOK.XML', data: '<a/>' }] })
    expect(await codeOf(craftZip(parts))).toBe('sheet.duplicate_part')
  })

  test.each(['../evil.xml', '/etc/passwd', 'C:/evil.xml', 'xl\\evil.xml', 'xl/./a'])(
    'a part named %s points elsewhere and is refused',
    async name => {
      expect(await codeOf(craftWorkbook({ more: [{ name, data: 'x' }] }))).toBe('sheet.bad_path')
    },
  )

  test('a package of very many parts is refused', async () => {
    const more = Array.from({ length: 50 }, (_, at) => ({ name: `p${at}`, data: 'x' }))
    expect(await codeOf(craftWorkbook({ more }), { maxParts: 40 })).toBe('sheet.too_many_parts')
  })

  test('an encrypted part is refused', async () => {
    expect(await codeOf(craftWorkbook({ more: [{ name: 'x', data: 'x', encrypted: true }] }))).toBe(
      'sheet.encrypted',
    )
  })

  test('a workbook behind a password and an old workbook are told apart', async () => {
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await codeOf(container)).toBe('sheet.old_format')
    const locked = Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await codeOf(locked)).toBe('sheet.encrypted')
  })
})

describe('a workbook that could act is refused', () => {
  test('a macro project is refused by its part', async () => {
    const bytes = craftWorkbook({ more: [{ name: 'xl/vbaProject.bin', data: 'x' }] })
    expect(await codeOf(bytes)).toBe('sheet.has_macros')
  })

  test('a macro workbook is refused by its type, even without the project', async () => {
    const contentType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    expect(await codeOf(craftWorkbook({ contentType }))).toBe('sheet.has_macros')
  })

  test('links to other workbooks are refused, a hyperlink in a cell is not', async () => {
    const link = (type: string) =>
      `<Relationship Id="r9" Type="http://x/${type}" Target="http://example.org/a" TargetMode="External"/>`
    expect(await codeOf(craftWorkbook({ relations: link('externalLinkPath') }))).toBe(
      'sheet.has_external_links',
    )
    expect(await codeOf(craftWorkbook({ relations: link('hyperlink') }))).toBeUndefined()
    const part = { name: 'xl/externalLinks/externalLink1.xml', data: '<a/>' }
    expect(await codeOf(craftWorkbook({ more: [part] }))).toBe('sheet.has_external_links')
  })

  test('embedded objects are refused', async () => {
    const part = { name: 'xl/embeddings/oleObject1.bin', data: 'x' }
    expect(await codeOf(craftWorkbook({ more: [part] }))).toBe('sheet.has_embedded_objects')
  })

  test('an entity bomb is refused at its document type, in every part', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'
    expect(await codeOf(craftWorkbook({ sheet: bomb }))).toBe('sheet.entities_refused')
    const parts = workbookParts().map(part =>
      part.name === 'xl/sharedStrings.xml' ? { ...part, data: bomb } : part,
    )
    expect(await codeOf(craftZip(parts))).toBe('sheet.entities_refused')
  })

  test('an entity that nobody declared is malformed', async () => {
    expect(await codeOf(craftWorkbook({ sheet: '<worksheet>&file;</worksheet>' }))).toBe('sheet.damaged')
  })
})

describe('a workbook that would fill the memory is refused', () => {
  test('by the depth of its elements', async () => {
    expect(await codeOf(craftWorkbook({ sheet: `${'<a>'.repeat(100)}${'</a>'.repeat(100)}` }))).toBe(
      'sheet.damaged',
    )
  })

  test('by a text without end', async () => {
    const sheet = Buffer.concat([Buffer.from('<worksheet><!--'), Buffer.alloc(9_000_000, 0x61)])
    expect(await codeOf(craftWorkbook({ sheet }), { maxRatio: 1e6 })).toBe('sheet.cell_too_long')
  })

  test('by the number of its strings', async () => {
    const strings = ['a', 'b', 'c', 'd']
    expect(await codeOf(craftWorkbook({ strings }), { maxSharedStrings: 3 })).toBe('sheet.too_many_strings')
  })

  test('by its rows, its columns and the length of a cell, each with its place', async () => {
    const cells = '<row r="1"><c r="B1"><v>1</v></c></row><row r="7"><c r="C7"><v>12345</v></c></row>'
    const bytes = craftWorkbook({ cells })
    const refusal = async (limits: Partial<SheetLimits>) => (await collect(bytes, { limits })).refusal
    expect(await refusal({ maxRows: 1 })).toMatchObject({ code: 'sheet.too_many_rows', place: { row: 7 } })
    expect(await refusal({ maxColumns: 2 })).toMatchObject({
      code: 'sheet.too_many_columns',
      place: { sheet: 'Orders', row: 7, column: 'C' },
    })
    expect(await refusal({ maxCellChars: 4 })).toMatchObject({
      code: 'sheet.cell_too_long',
      place: { sheet: 'Orders', row: 7, column: 'C' },
    })
  })

  test('by rows or cells that come twice', async () => {
    const twice = '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    expect(await codeOf(craftWorkbook({ cells: twice }))).toBe('sheet.damaged')
    const cell = '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'
    expect(await codeOf(craftWorkbook({ cells: cell }))).toBe('sheet.damaged')
  })
})

describe('a file that is something else is named', () => {
  test.each([
    ['%PDF-1.7 …', 'PDF'],
    ['<html><table>', 'HTML/XML'],
    ['\x89PNG\r\n', 'PNG'],
  ])('%j is a %s', async (head, found) => {
    const { refusal } = await collect(Buffer.from(head, 'latin1'))
    expect(refusal).toMatchObject({ code: 'sheet.not_a_workbook', params: { found } })
  })

  test('an empty file is empty', async () => {
    expect(await codeOf(new Uint8Array(0))).toBe('sheet.empty_file')
  })

  test('a zip that is no workbook is not one', async () => {
    expect(await codeOf(craftZip([{ name: 'a.txt', data: 'x' }]))).toBe('sheet.not_a_workbook')
  })

  test('half a workbook is damaged', async () => {
    const bytes = craftWorkbook({ cells: ONE_CELL })
    expect(await codeOf(bytes.subarray(0, bytes.byteLength / 2))).toBe('sheet.damaged')
  })

  test('a workbook from a stream is refused, as its directory stands at its end', async () => {
    async function* stream() {
      yield craftWorkbook()
    }
    expect((await collect(stream())).refusal?.code).toBe('sheet.needs_random_access')
  })
})
