import type { Packed } from './deflated.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Version 2.0, names in UTF-8, deflated; the first day that the format knows, as no clock is read. */
const COMMON = { version: 20, flags: 0x0800, method: 8, time: 0, day: 0x0021 }

/** Numbers of 2 or 4 bytes, little end first. */
function header(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

function shared({ crc, size, packedSize }: Packed, name: Uint8Array) {
  const { version, flags, method, time, day } = COMMON
  return [
    [2, version],
    [2, flags],
    [2, method],
    [2, time],
    [2, day],
    [4, crc],
    [4, packedSize],
    [4, size],
    [2, name.length],
    [2, 0],
  ] as const
}

/** Parts as a ZIP package (APPNOTE 6.3): each part's header and bytes, then the directory. */
export function packageOf(parts: readonly Packed[]): Uint8Array[] {
  const encoder = new TextEncoder()
  const out: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const part of parts) {
    const name = encoder.encode(part.name)
    const local = header([4, LOCAL], ...shared(part, name))
    out.push(local, name, ...part.chunks)
    directory.push(
      header(
        [4, CENTRAL],
        [2, COMMON.version],
        ...shared(part, name),
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, at],
      ),
      name,
    )
    at += local.length + name.length + part.packedSize
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0)
  const count = parts.length
  out.push(...directory)
  out.push(header([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0]))
  return out
}
