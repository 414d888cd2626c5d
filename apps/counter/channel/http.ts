import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Counter } from '../counter.ts'
import type { Outgoing } from '../desk/seal.ts'
import { LARGEST } from '../message/envelope.ts'
import type { Time } from '../time-source.ts'
import { Callback } from './callback.ts'

/** The channel's name in the counter's memory. */
export const HTTP = 'http'

export interface HttpOptions {
  readonly counter: Counter
  readonly time: Time
  readonly host: string
  readonly port: number
  /** Where receipts are posted; they wait to be fetched where it is left out. */
  readonly callback?: string
  /** Shown to the callback. */
  readonly token?: string
}

interface Waiting {
  readonly bytes: Uint8Array
  readonly answer: ServerResponse
}

/**
 * Envelopes by HTTP. `POST /dxp` takes one: 200 once it is on disk, 400 with the reason where it cannot be opened.
 * `GET /receipts?for=DXPID&after=N` gives the receipts behind N and forgets those up to it; or they are posted to a
 * callback until it answers 2xx. Several requests share one durable step.
 */
export class HttpChannel {
  readonly #options: HttpOptions
  readonly #server: Server
  readonly #callback: Callback | undefined
  #waiting: Waiting[] = []
  #serial = 0

  constructor(options: HttpOptions) {
    this.#options = options
    this.#server = createServer((request, answer) => void this.#handle(request, answer))
    this.#callback =
      options.callback === undefined
        ? undefined
        : new Callback(options.counter, options.callback, options.token)
  }

  /** Begins to listen. @returns the port */
  async open(): Promise<number> {
    const { host, port } = this.#options
    await new Promise<void>((done, fail) => this.#server.once('error', fail).listen(port, host, done))
    this.#callback?.wake()
    return (this.#server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    this.#flush()
    await this.#callback?.stop()
    this.#server.closeAllConnections()
    await new Promise<void>(done => this.#server.close(() => done()))
  }

  /** Something is on its way in or out. */
  get isBusy(): boolean {
    return this.#waiting.length > 0 || (this.#callback?.isBusy ?? false)
  }

  /** Keeps what leaves until it is fetched or posted; inside the counter's transaction. */
  keep({ receiver, name, envelope }: Outgoing): void {
    this.#options.counter.store.run(
      'insert into outbox (receiver, name, envelope) values (?, ?, ?)',
      receiver,
      name,
      envelope,
    )
    this.#callback?.wake()
  }

  async #handle(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://counter')
    if (request.method === 'POST' && pathname === '/dxp') return this.#take(request, answer)
    if (request.method === 'GET' && pathname === '/receipts') return this.#receipts(searchParams, answer)
    if (request.method === 'GET' && pathname === '/status')
      return say(answer, 200, this.#options.counter.tallies())
    say(answer, 404, { reason: 'POST /dxp, GET /receipts?for=DXPID&after=N, GET /status' })
  }

  async #take(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    let length = 0
    try {
      for await (const part of request as AsyncIterable<Buffer>) {
        length += part.length
        if (length > LARGEST) return say(answer, 413, { reason: `more than ${LARGEST} bytes` })
        parts.push(part)
      }
    } catch {
      return
    }
    this.#waiting.push({ bytes: Buffer.concat(parts), answer })
    if (this.#waiting.length === 1) setTimeout(() => this.#flush(), 2)
  }

  /** Takes what waits in one durable step, and only then answers. */
  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    if (waiting.length === 0) return
    const { counter, time } = this.#options
    const batch = waiting.map(({ bytes }) => ({ name: String(++this.#serial), channel: HTTP, bytes }))
    try {
      const refused = counter.take(batch, time.now())
      for (const [n, { answer }] of waiting.entries())
        say(answer, refused[n] === undefined ? 200 : 400, {
          taken: refused[n] === undefined,
          reason: refused[n],
        })
    } catch (error) {
      for (const { answer } of waiting) say(answer, 503, { reason: (error as Error).message })
    }
  }

  #receipts(params: URLSearchParams, answer: ServerResponse): void {
    const { store } = this.#options.counter
    const receiver = params.get('for') ?? ''
    const [after, limit] = [Number(params.get('after') ?? 0), Number(params.get('limit') ?? 100)]
    if (receiver === '' || !Number.isSafeInteger(after) || !(limit >= 1 && limit <= 1000)) {
      say(answer, 400, { reason: 'for=DXPID&after=N&limit=1..1000' })
      return
    }
    store.transaction(() => store.run('delete from outbox where receiver = ? and id <= ?', receiver, after))
    const receipts = store.all(
      'select id, name, envelope from outbox where receiver = ? order by id limit ?',
      receiver,
      Math.floor(limit),
    )
    say(answer, 200, { receipts, next: receipts.at(-1)?.id ?? after })
  }
}

function say(answer: ServerResponse, status: number, body: object): void {
  if (answer.writableEnded || answer.destroyed) return
  answer.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
