import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a crafted package; the overrides let its directory lie. */
export interface CraftedPart {
  readonly name: string
  readonly data: string | Uint8Array
  readonly stored?: boolean
  readonly directory?: {
    readonly size?: number
    readonly crc?: number
    readonly offset?: number
    readonly name?: string
  }
  readonly encrypted?: boolean
}

function headerOf(part: CraftedPart, packed: Buffer, raw: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(part.encrypted ? 0x801 : 0x800, 2)
  fields.writeUInt16LE(part.stored ? 0 : 8, 4)
  fields.writeUInt32LE(part.directory?.crc ?? crc32(raw), 10)
  fields.writeUInt32LE(packed.byteLength, 14)
  fields.writeUInt32LE(part.directory?.size ?? raw.byteLength, 18)
  fields.writeUInt16LE(Buffer.byteLength(part.name), 22)
  return fields
}

const signature = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function directoryEntry(part: CraftedPart, header: Buffer, offset: number): Buffer {
  const name = Buffer.from(part.directory?.name ?? part.name)
  const fields = Buffer.from(header)
  fields.writeUInt16LE(name.byteLength, 22)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(part.directory?.offset ?? offset, 10)
  return Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), fields, rest, name])
}

/** Puts a zip file together by hand, so that it can be wrong in every way. */
export function craftZip(parts: readonly CraftedPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const raw = Buffer.from(part.data as Uint8Array)
    const packed = part.stored ? raw : deflateRawSync(raw)
    const header = headerOf(part, packed, raw)
    const file = Buffer.concat([signature(0x04034b50), header, Buffer.from(part.name), packed])
    files.push(file)
    directory.push(directoryEntry(part, header, offset))
    offset += file.byteLength
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...directory, signature(0x06054b50), end])
}
