import { inflateSync } from 'node:zlib'

/*
 * Reads the text of a PDF as a reader of the file does that knows nothing of who wrote it: page contents, the fonts
 * that they name, and each font's table from codes to characters (ISO 32000-1 §9.10.3). Enough of PDF for files
 * without object streams; for tests.
 */

/** The texts of each page, one for each place at which something is written, in the order of the file. */
export function textsOfPages(bytes: Uint8Array): string[][] {
  const objects = objectsIn(Buffer.from(bytes))
  const fonts = fontsIn(objects)
  return pagesIn(objects).map(page => {
    const [, content] = /\/Contents (\d+) 0 R/.exec(page)!
    return textsIn(objects.get(content!)!.stream!, fonts)
  })
}

/** All of it as one text. */
export const textOf = (bytes: Uint8Array): string => textsOfPages(bytes).flat().join('\n')

interface Found {
  readonly head: string
  readonly stream: string | undefined
}

function objectsIn(file: Buffer): Map<string, Found> {
  const text = file.toString('latin1')
  const found = new Map<string, Found>()
  const pattern = /(\d+) 0 obj\n([\s\S]*?)\n(?:stream\n|endobj)/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, id, head] = match as unknown as [string, string, string]
    const length = whole.endsWith('stream\n') ? Number(/\/Length (\d+)/.exec(head)![1]) : undefined
    if (length === undefined) {
      found.set(id, { head, stream: undefined })
      continue
    }
    const raw = file.subarray(pattern.lastIndex, pattern.lastIndex + length)
    const stream = head.includes('/FlateDecode') ? inflateSync(raw) : raw
    found.set(id, { head, stream: stream.toString('latin1') })
    pattern.lastIndex += length
  }
  return found
}

function pagesIn(objects: ReadonlyMap<string, Found>): string[] {
  const tree = [...objects.values()].find(({ head }) => /\/Type \/Pages/.test(head))!
  const [, kids] = /\/Kids \[([^\]]*)\]/.exec(tree.head)!
  return [...kids!.matchAll(/(\d+) 0 R/g)].map(([, id]) => objects.get(id!)!.head)
}

/** From the name of each font to what its codes mean. */
function fontsIn(objects: ReadonlyMap<string, Found>): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>()
  for (const { head } of objects.values())
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!.head)!
      fonts.set(name!, meaningsIn(objects.get(map!)!.stream!))
    }
  return fonts
}

function meaningsIn(map: string): Map<string, string> {
  const meanings = new Map<string, string>()
  for (const [, block] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, first, list] of block!.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
      for (const [n, [, hex]] of [...list!.matchAll(/<([\w ]*)>/g)].entries()) {
        const code = (Number.parseInt(first!, 16) + n).toString(16).padStart(4, '0')
        meanings.set(code, Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
      }
  return meanings
}

function textsIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const texts: string[] = []
  let font: ReadonlyMap<string, string> | undefined
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) {
      font = fonts.get(name)
      continue
    }
    const codes = [...shown!.matchAll(/<(\w+)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g)!)
    texts.push(codes.map(code => font!.get(code.toLowerCase()) ?? '\ufffd').join(''))
  }
  return texts
}
