import { createHash } from 'node:crypto'
import type { QueueConfig } from '../config/index.ts'
import { MESSAGE_NAME } from './name.ts'
import { type Arrival, type Gateway, NotSent } from './port.ts'
import { type Delivery, type Line, openLine } from './queue-line.ts'

/** How long the broker may take to answer, milliseconds. */
const PATIENCE = 30_000

/**
 * Two queues of a message broker that speaks AMQP 1.0 (ISO/IEC 19464): one we send to, one we take from. A message is
 * sent durably under its name (`message-id`) and is handed over when the broker has accepted it. What is taken in is
 * settled only when it is put away; until then the broker keeps it and gives it again.
 *
 * The line is opened when it is first needed and again after it broke.
 */
export function queueGateway(address: QueueConfig): Gateway & { close(): Promise<void> } {
  let opening: Promise<Line> | undefined
  const line = async (): Promise<Line> => {
    const before = await opening?.catch(() => undefined)
    if (!before?.isOpen()) opening = openLine(address, PATIENCE)
    return opening!
  }
  return {
    name: `amqp ${address.host}:${address.port}`,
    async send(name, content) {
      if (!MESSAGE_NAME.test(name)) throw new NotSent(`${name} is no name of a message.`, false)
      const open = await line().catch((error: Error) => {
        throw new NotSent(error.message, false)
      })
      await open.send(name, content)
    },
    async arrivals(most) {
      return (await (await line()).take(most)).map(arrival)
    },
    async close() {
      await opening?.then(open => open.close()).catch(() => undefined)
    },
  }
}

function arrival(delivery: Delivery): Arrival {
  const { name, content } = delivery
  return {
    name: name !== undefined && MESSAGE_NAME.test(name) ? name : `amqp-${digest(content ?? Buffer.of())}`,
    async read(limit) {
      return content && content.length <= limit ? content : undefined
    },
    async putAway(as) {
      delivery.settle(as)
    },
  }
}

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 32)
