import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { RandomReader } from '../source.ts'

const CHUNK = 256 * 1024

/** Lets the zip reader read through a caller's random-access reader. */
export class ZipBytes extends yauzl.RandomAccessReader {
  readonly #reader: RandomReader
  constructor(reader: RandomReader) {
    super()
    this.#reader = reader
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const reader = this.#reader
    let at = start
    return new Readable({
      highWaterMark: CHUNK,
      read() {
        const length = Math.min(CHUNK, end - at)
        if (length <= 0) {
          this.push(null)
          return
        }
        reader.read(at, length).then(
          bytes => {
            at += bytes.byteLength
            this.push(bytes.byteLength === 0 ? null : Buffer.from(bytes))
          },
          error => this.destroy(error),
        )
      },
    })
  }
}
