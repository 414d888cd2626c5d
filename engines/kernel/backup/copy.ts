import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type pg from 'pg'

/** The part of a `pg` connection that COPY needs. */
interface Wire {
  readonly stream: Writable & { pause(): void; resume(): void }
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** What `pg` calls on a query that speaks the protocol itself. */
abstract class Copy {
  readonly done: Promise<number>
  #settle: { resolve(rows: number): void; reject(error: Error): void }
  #rows = 0
  #error: Error | undefined
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    this.done = promise
    this.#settle = { resolve, reject }
  }

  submit(wire: Wire): void {
    wire.query(this.#text)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(text.split(' ').at(-1))
  }

  /** The last that `pg` says of a query that failed. */
  handleError(error: Error): void {
    this.#settle.reject(this.#error ?? error)
  }

  handleReadyForQuery(): void {
    if (this.#error) this.#settle.reject(this.#error)
    else this.#settle.resolve(this.#rows)
  }

  protected fail(error: Error): void {
    this.#error ??= error
  }
}

class CopyOut extends Copy {
  readonly #to: Writable
  #waiting = false

  constructor(text: string, to: Writable) {
    super(text)
    this.#to = to
    to.once('error', error => this.fail(error))
  }

  handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire): void {
    // Copied: pg uses the memory of the message for the next one, while the stream still works on this.
    if (this.#to.destroyed || this.#to.write(Buffer.from(chunk)) || this.#waiting) return
    this.#waiting = true
    wire.stream.pause()
    const goOn = () => {
      this.#to.off('drain', goOn).off('close', goOn)
      this.#waiting = false
      wire.stream.resume()
    }
    this.#to.once('drain', goOn).once('close', goOn)
  }
}

class CopyIn extends Copy {
  readonly #from: Readable

  constructor(text: string, from: Readable) {
    super(text)
    this.#from = from
  }

  handleCopyInResponse(wire: Wire): void {
    void this.#pump(wire)
  }

  async #pump(wire: Wire): Promise<void> {
    try {
      for await (const chunk of this.#from as AsyncIterable<Buffer>) {
        wire.sendCopyFromChunk(chunk)
        if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
      }
      wire.endCopyFrom()
    } catch (error) {
      this.fail(error as Error)
      wire.sendCopyFail((error as Error).message)
    }
  }
}

/**
 * Sends what `COPY … TO STDOUT` gives to a stream, no faster than the stream takes it, and leaves it open.
 * @returns the number of rows
 */
export async function copyOut(client: pg.ClientBase, text: string, to: Writable): Promise<number> {
  const copy = new CopyOut(text, to)
  client.query(copy as unknown as pg.Submittable)
  return copy.done
}

/** Feeds `COPY … FROM STDIN` from a stream. @returns the number of rows */
export async function copyIn(client: pg.ClientBase, text: string, from: Readable): Promise<number> {
  const copy = new CopyIn(text, from)
  client.query(copy as unknown as pg.Submittable)
  return copy.done
}
