import { once } from 'node:events'
import { connect } from 'node:net'
import type { Serving } from './serving.ts'

/**
 * How many times a second an address is answered, asked over `connections` sockets that stay open and ask
 * again as soon as they are answered. The load is light: every answer has the length of the first.
 */
export async function rate(serving: Serving, connections: number, millis: number): Promise<number> {
  const begun = performance.now()
  const over = () => performance.now() - begun >= millis
  const counts = await Promise.all(Array.from({ length: connections }, () => askOn(serving, over)))
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - begun)
}

async function askOn({ address, path, cookie }: Serving, over: () => boolean): Promise<number> {
  const { hostname, port, host } = new URL(address)
  const words = `GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n\r\n`
  const socket = connect(Number(port), hostname).setNoDelay()
  await once(socket, 'connect')
  let count = 0
  let length = 0
  let arrived = 0
  const done = Promise.withResolvers<number>()
  socket.on('error', done.reject).on('data', data => {
    if (length === 0) length = lengthOf(data)
    arrived += data.length
    if (arrived < length) return
    arrived = 0
    count++
    if (over()) return done.resolve(count)
    socket.write(words)
  })
  socket.write(words)
  return done.promise.finally(() => socket.destroy())
}

/** Bytes of an answer, head and body. Errors: it is none that can be counted. */
function lengthOf(first: Buffer): number {
  const head = first.subarray(0, first.indexOf('\r\n\r\n') + 4).toString()
  const body = /^content-length: (\d+)/im.exec(head)
  if (!head.startsWith('HTTP/1.1 200') || !body) throw new Error(first.toString())
  return head.length + Number(body[1])
}
