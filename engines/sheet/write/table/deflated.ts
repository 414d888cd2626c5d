/** CRC-32 as ZIP has it (ISO 3309), a byte at a time. */
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c
})

function crcOn(crc: number, bytes: Uint8Array): number {
  let c = crc
  for (let at = 0; at < bytes.length; at++) c = TABLE[(c ^ bytes[at]!) & 255]! ^ (c >>> 8)
  return c
}

/** A part of a package, packed: what its headers say of it. */
export interface Packed {
  readonly name: string
  readonly crc: number
  readonly size: number
  readonly chunks: readonly Uint8Array[]
  readonly packedSize: number
}

/** A part of a package that is packed while it is written: only the packed bytes are held. */
export class DeflatedPart {
  readonly #name: string
  readonly #writer: WritableStreamDefaultWriter<BufferSource>
  readonly #packed: Promise<Uint8Array[]>
  readonly #encoder = new TextEncoder()
  #crc = 0xffffffff
  #size = 0

  constructor(name: string) {
    this.#name = name
    const stream = new CompressionStream('deflate-raw')
    this.#writer = stream.writable.getWriter()
    this.#packed = chunksOf(stream.readable)
  }

  /** Writes on; resolves when the packer can take more. */
  async write(text: string): Promise<void> {
    const bytes = this.#encoder.encode(text)
    this.#crc = crcOn(this.#crc, bytes)
    this.#size += bytes.length
    await this.#writer.write(bytes)
  }

  async end(): Promise<Packed> {
    await this.#writer.close()
    const chunks = await this.#packed
    return {
      name: this.#name,
      crc: (this.#crc ^ 0xffffffff) >>> 0,
      size: this.#size,
      chunks,
      packedSize: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    }
  }
}

async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value)
  return chunks
}

/** A part that is there as a whole. */
export async function packedText(name: string, text: string): Promise<Packed> {
  const part = new DeflatedPart(name)
  await part.write(text)
  return part.end()
}
