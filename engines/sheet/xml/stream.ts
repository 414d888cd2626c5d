import { SaxesParser } from 'saxes'
import { SheetRefused } from '../refusal.ts'

/** What a reader of one part listens to; names come without their namespace prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const MAX_DEPTH = 64
/** UTF-16 units between two events: a text, comment or tag longer than this is no part of a workbook. */
const MAX_SILENCE = 8 * 1024 * 1024

const localName = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** ECMA-376 part 2 §6.1.5 (parts in XML): UTF-8 or UTF-16. */
function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

function makeParser(handlers: XmlHandlers, part: string, heard: () => void): SaxesParser {
  const parser = new SaxesParser({ position: false })
  let depth = 0
  parser.on('error', error => {
    throw new SheetRefused('sheet.damaged', { detail: error.message }, { part })
  })
  // A document type is the only way to declare an entity, and no workbook has one.
  parser.on('doctype', () => {
    throw new SheetRefused('sheet.entities_refused', {}, { part })
  })
  parser.on('opentag', tag => {
    heard()
    if (++depth > MAX_DEPTH) throw new SheetRefused('sheet.damaged', { detail: 'nested too deep' }, { part })
    handlers.open(localName(tag.name), tag.attributes as Record<string, string>)
  })
  parser.on('closetag', tag => {
    heard()
    depth--
    handlers.close?.(localName(tag.name))
  })
  const text = handlers.text?.bind(handlers)
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

/**
 * Feeds a part to its handlers as it is unpacked and stops after every chunk, so that the caller can hand on
 * what it has before more is read. Throws `SheetRefused`.
 */
export async function* feedXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  part: string,
): AsyncGenerator<void> {
  let silence = 0
  const parser = makeParser(handlers, part, () => {
    silence = 0
  })
  let decoder: TextDecoder | undefined
  const write = (text: string) => {
    silence += text.length
    parser.write(text)
    if (silence > MAX_SILENCE) throw new SheetRefused('sheet.cell_too_long', { limit: MAX_SILENCE }, { part })
  }
  try {
    for await (const chunk of chunks) {
      decoder ??= decoderFor(chunk)
      write(decoder.decode(chunk, { stream: true }))
      yield
    }
    write(decoder?.decode() ?? '')
    parser.close()
  } catch (error) {
    if (error instanceof SheetRefused) throw error
    const detail = error instanceof Error ? error.message : String(error)
    throw new SheetRefused('sheet.damaged', { detail }, { part })
  }
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, max: number, part: string) {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > max) throw new SheetRefused('sheet.part_too_large', { limit: max }, { part })
    yield chunk
  }
}

/** Reads a small part to its end. */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  part: string,
  maxBytes: number,
): Promise<void> {
  for await (const _ of feedXml(bounded(chunks, maxBytes, part), handlers, part));
}
