import { open } from 'node:fs/promises'

/** A file that can be read at any place. */
export interface OpenedFile {
  /** Bytes. */
  readonly size: number
  /** The furthest byte that was read: how far a reader has come. */
  readonly furthest: number
  /** `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens a file of this machine for reading. @throws the system's error; EISDIR where it is no regular file */
export async function openFile(path: string): Promise<OpenedFile> {
  const handle = await open(path, 'r')
  const found = await handle.stat()
  if (!found.isFile()) {
    await handle.close()
    throw Object.assign(new Error(`${path} is no file.`), { code: 'EISDIR', syscall: 'open', path })
  }
  const { size } = found
  let furthest = 0
  return {
    size,
    get furthest() {
      return furthest
    },
    async read(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)))
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset)
      furthest = Math.max(furthest, offset + bytesRead)
      return buffer.subarray(0, bytesRead)
    },
    close: () => handle.close(),
  }
}
