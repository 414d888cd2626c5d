import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { buffer, text } from 'node:stream/consumers'

/** An answer as it came over a real socket. */
export interface Reply {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
  /** The body as JSON. */
  json(): Record<string, unknown>
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | number>>
  /** Sent piece by piece until the answer is there. */
  readonly body?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/** One request over a real socket. @returns the answer, and how many bytes of the body were sent by then */
export function ask(
  address: string,
  { method = 'POST', headers = {}, body = [] }: Ask,
): Promise<Reply & { sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0
    let answered = false
    const call = request(address, { method, headers: { ...headers }, agent: false }, response => {
      answered = true
      buffer(response).then(found => {
        call.destroy()
        const json = () => JSON.parse(found.toString('utf8')) as Record<string, unknown>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: found, json, sent })
      }, reject)
    })
    call.on('error', error => answered || reject(error))
    const drained = () => new Promise<void>(free => call.once('drain', free).once('close', free))
    const send = async () => {
      for await (const piece of body) {
        if (answered || call.destroyed) return
        sent += piece.length
        if (!call.write(piece)) await drained()
      }
      if (!answered) call.end()
    }
    send().catch(reject)
  })
}

/** Writes as it is on a connection of its own. @returns everything that comes back until the other side ends */
export async function raw(address: string, words: string): Promise<string> {
  const socket = dial(address)
  socket.write(words)
  return text(socket)
}

/** A bare connection. */
export function dial(address: string): Socket {
  const { hostname, port } = new URL(address)
  return connect(Number(port), hostname)
}
