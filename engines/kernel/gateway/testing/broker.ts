import type { AddressInfo } from 'node:net'
import rhea, { type Connection, type EventContext, type Message, type Sender } from 'rhea'
import { onTestFinished } from 'vitest'
import type { QueueConfig } from '../../config/index.ts'

/** How the broker answers a message: as a broker does, or by cutting the line. */
export type Answer = 'accept' | 'reject' | 'cut' | 'silence'

/** Queues behind a real AMQP 1.0 endpoint on a port of its own; what nobody settled is given again. */
export async function broker(answer: () => Answer = () => 'accept') {
  const queues = new Map<string, Message[]>()
  const queue = (name: string) => {
    const found = queues.get(name) ?? []
    queues.set(name, found)
    return found
  }
  const lines = new Set<Connection>()
  const container = rhea.create_container()
  container.sasl_server_mechanisms.enable_plain(
    (user: string, password: string) => user === 'tongqu' && password === 'secret',
  )
  container.on('connection_open', ({ connection }) => lines.add(connection))
  container.on('message', ({ message, delivery, receiver, connection }: EventContext) => {
    const how = answer()
    if (how === 'cut') return void connection.socket.destroy()
    if (how === 'silence') return
    if (how === 'reject') return void delivery!.reject({ condition: 'amqp:not-allowed', description: 'full' })
    queue(receiver!.target.address as string).push(message!)
    delivery!.accept()
  })
  container.on('sendable', ({ sender }: EventContext) => give(sender!))

  const given = new Map<Sender, Message[]>()
  function give(sender: Sender) {
    const waiting = queue(sender.source.address as string)
    while (sender.sendable() && waiting.length > 0) {
      const message = waiting.shift()!
      const { id } = sender.send(message)
      const mine = given.get(sender) ?? []
      given.set(sender, mine)
      mine.push(message)
      sender.on('settled', ({ delivery }: EventContext) => {
        if (delivery!.id === id) mine.splice(mine.indexOf(message), 1)
      })
    }
  }
  const server = container.listen({ port: 0, host: '127.0.0.1', receiver_options: { autoaccept: false } })
  await new Promise<void>(done => server.once('listening', done))
  const cut = () => {
    for (const { socket } of lines) socket.destroy()
    lines.clear()
    for (const [sender, mine] of given) queue(sender.source.address as string).unshift(...mine.splice(0))
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const address: QueueConfig = {
    host: '127.0.0.1',
    port,
    isTls: false,
    user: 'tongqu',
    password: 'secret',
    out: 'declarations',
    in: 'receipts',
  }
  return { address, queue, cut }
}
