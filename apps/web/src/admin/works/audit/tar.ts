interface Entry {
  readonly name: string
  readonly content: string
}

const BLOCK = 512
const text = new TextEncoder()

/** Text files in a folder as a tar archive (POSIX ustar); names of at most 100 bytes. Scripts may be run. */
export function tarOf(folder: string, files: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const parts = files.flatMap(({ name, content }) => {
    const body = text.encode(content)
    const padded = new Uint8Array(Math.ceil(body.length / BLOCK) * BLOCK)
    padded.set(body)
    return [headOf(`${folder}/${name}`, body.length, name.endsWith('.sh') ? '0000755' : '0000644'), padded]
  })
  const end = new Uint8Array(2 * BLOCK)
  const all = [...parts, end]
  const archive = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of all) {
    archive.set(part, offset)
    offset += part.length
  }
  return archive
}

const octal = (value: number, width: number) => value.toString(8).padStart(width, '0')

function headOf(name: string, size: number, mode: string): Uint8Array {
  const bytes = text.encode(name)
  if (bytes.length > 100) throw new Error(`${name}: a name of an archive has at most 100 bytes.`)
  const head = new Uint8Array(BLOCK)
  const put = (offset: number, value: string) => head.set(text.encode(value), offset)
  head.set(bytes, 0)
  put(100, mode)
  put(108, octal(0, 7))
  put(116, octal(0, 7))
  put(124, octal(size, 11))
  put(136, octal(0, 11))
  // The sum is taken with its own place filled by spaces.
  put(148, ' '.repeat(8))
  put(156, '0')
  put(257, 'ustar')
  put(263, '00')
  put(
    148,
    `${octal(
      head.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
  )
  return head
}
