import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** How a call ended. */
export interface Answered {
  readonly status: number
  readonly body: string
}

/** One connection that stays open: posts one call after another. Light, so that the load leaves the cores to the server. */
export class Poster {
  readonly #socket: Socket
  readonly #host: string
  #waiting: PromiseWithResolvers<Answered> | undefined
  #arrived = ''

  private constructor(socket: Socket, host: string) {
    this.#socket = socket
    this.#host = host
    socket.setEncoding('utf8')
    socket.on('data', (data: string) => this.#read(data))
    socket.on('error', error => this.#waiting?.reject(error))
    socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')))
  }

  static async open(address: string): Promise<Poster> {
    const { hostname, port, host } = new URL(address)
    const socket = connect(Number(port), hostname).setNoDelay()
    await once(socket, 'connect')
    return new Poster(socket, host)
  }

  post(path: string, token: string, input: object): Promise<Answered> {
    this.#waiting = Promise.withResolvers()
    const body = JSON.stringify(input)
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nauthorization: Bearer ${token}\r\n` +
        `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
    return this.#waiting.promise
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #read(data: string): void {
    this.#arrived += data
    const end = this.#arrived.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#arrived.slice(0, end))
    if (!length) {
      this.#waiting?.reject(new Error(this.#arrived))
      return
    }
    const body = this.#arrived.slice(end + 4)
    if (Buffer.byteLength(body) < Number(length[1])) return
    const status = Number(this.#arrived.slice(9, 12))
    this.#arrived = ''
    this.#waiting?.resolve({ status, body })
  }
}
