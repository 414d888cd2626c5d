import iconv from 'iconv-lite'
import { SheetRefused } from '../refusal.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Bytes looked at, from the first that is not ASCII on, before the encoding is settled. */
const SAMPLE = 64 * 1024

interface Found {
  readonly encoding: CsvEncoding
  /** Bytes of a byte order mark. */
  readonly skip: number
}

function byMark(bytes: Uint8Array): Found | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  // Without a mark, UTF-16 shows by the empty half of an ASCII character: the separator or line end at least.
  if (bytes.length >= 4 && bytes[0] !== 0 && bytes[1] === 0) return { encoding: 'utf-16le', skip: 0 }
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] !== 0) return { encoding: 'utf-16be', skip: 0 }
  return undefined
}

/** UTF-8 has rules that text in another encoding breaks within a few characters; the rest is GB18030. */
function byContent(sample: Uint8Array): CsvEncoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

interface Decoder {
  write(bytes: Uint8Array): string
  end(): string
}

function decoderOf(encoding: CsvEncoding): Decoder {
  const refused = () => new SheetRefused('sheet.bad_encoding', { encoding })
  if (encoding !== 'gb18030') {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    const decode = (bytes?: Uint8Array) => {
      try {
        return decoder.decode(bytes, { stream: bytes !== undefined })
      } catch {
        throw refused()
      }
    }
    return { write: decode, end: () => decode() }
  }
  const decoder = iconv.getDecoder('gb18030')
  const checked = (text: string) => {
    if (text.includes('\ufffd')) throw refused()
    return text
  }
  return {
    write: bytes => checked(decoder.write(Buffer.from(bytes))),
    end: () => checked(decoder.end() ?? ''),
  }
}

const firstBeyondAscii = (bytes: Uint8Array) => bytes.findIndex(byte => byte >= 0x80)

/**
 * Decodes a CSV: by its byte order mark, by the encoding the caller states, else UTF-8 where the bytes are
 * UTF-8 and GB18030 where they are not. As long as only ASCII has come, nothing needs to be settled.
 */
export async function* decodeCsv(
  chunks: AsyncIterable<Uint8Array>,
  stated?: CsvEncoding,
): AsyncGenerator<string> {
  let decoder: Decoder | undefined
  let held: Buffer = Buffer.alloc(0)
  let first = true
  for await (const chunk of chunks) {
    let bytes = chunk
    if (first) {
      first = false
      const mark = byMark(chunk)
      if (mark) {
        decoder = decoderOf(mark.encoding)
        bytes = chunk.subarray(mark.skip)
      } else if (stated) decoder = decoderOf(stated)
    }
    if (decoder) {
      yield decoder.write(bytes)
      continue
    }
    if (held.byteLength === 0 && firstBeyondAscii(bytes) < 0) {
      yield Buffer.from(bytes).toString('latin1')
      continue
    }
    held = Buffer.concat([held, bytes])
    if (held.byteLength < SAMPLE) continue
    decoder = decoderOf(byContent(held))
    yield decoder.write(held)
  }
  if (!decoder && held.byteLength > 0) {
    decoder = decoderOf(byContent(held))
    yield decoder.write(held)
  }
  yield decoder?.end() ?? ''
}
