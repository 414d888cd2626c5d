import rhea, {
  type Connection,
  type ConnectionOptions,
  type EventContext,
  type Receiver,
  type Sender,
} from 'rhea'
import type { QueueConfig } from '../config/index.ts'
import { NotSent } from './port.ts'
import { Waits } from './waits.ts'

/** A message that the broker gave and waits to hear of. */
export interface Delivery {
  readonly name: string | undefined
  /** Undefined: its body is no bytes and no text. */
  readonly content: Uint8Array | undefined
  settle(as: 'taken' | 'refused'): void
}

/** A connection with one link out and one in. */
export interface Line {
  isOpen(): boolean
  /** @throws NotSent */
  send(name: string, content: Uint8Array): Promise<void>
  /** What lies there and was not put away, at most so many, the oldest first. */
  take(most: number): Promise<readonly Delivery[]>
  close(): Promise<void>
}

/**
 * @param patience milliseconds that the broker may take to answer
 * @throws Error when the broker cannot be reached or takes neither name nor queue
 */
export async function openLine(address: QueueConfig, patience: number): Promise<Line> {
  const connection = connect(address, patience)
  const waits = new Waits()
  // Whatever becomes of the line is told to those who wait on it; none of it may end the process.
  for (const event of [
    'connection_error',
    'session_error',
    'sender_error',
    'receiver_error',
    'protocol_error',
  ])
    connection.on(event, (context: EventContext) => waits.end(reasonOf(context)))
  for (const event of ['disconnected', 'connection_close', 'session_close', 'error'])
    connection.on(event, (context: EventContext) => waits.end(`the line broke: ${reasonOf(context)}`))
  const sender = connection.open_sender({ target: address.out, autosettle: true })
  const receiver = connection.open_receiver({
    source: address.in,
    autoaccept: false,
    autosettle: true,
    credit_window: 0,
  })
  const reasons = await Promise.all([
    waits.until(patience, done => sender.once('sender_open', () => done(undefined))),
    waits.until(patience, done => receiver.once('receiver_open', () => done(undefined))),
  ])
  const reason = reasons.find(each => each !== undefined)
  if (reason !== undefined) {
    connection.close()
    throw new Error(`amqp: ${reason}`)
  }
  return {
    isOpen: () => connection.is_open() && sender.is_open() && receiver.is_open(),
    send: outbox(waits, sender, patience),
    take: inbox(waits, receiver),
    async close() {
      const closed = connection.is_closed() ? undefined : waits.until(patience, () => undefined)
      connection.close()
      await closed
    },
  }
}

function connect({ host, port, isTls, user, password }: QueueConfig, patience: number): Connection {
  const options = {
    host,
    port,
    ...(isTls && { transport: 'tls', servername: host, rejectUnauthorized: true }),
    // Without a name the broker decides what a stranger may do.
    ...(user !== undefined && { username: user, password: password ?? '' }),
    idle_time_out: patience,
    // A broken line is opened anew by whoever needs it next.
    reconnect: false,
  }
  return rhea.create_container().connect(options as ConnectionOptions)
}

/** Section code of a body of bytes. */
const DATA = 0x75

function outbox(waits: Waits, sender: Sender, patience: number): Line['send'] {
  const answers = new Map<unknown, (refused: string | undefined) => void>()
  const hear = (event: string, refused: (context: EventContext) => string | undefined) =>
    sender.on(event, (context: EventContext) => answers.get(context.delivery?.id)?.(refused(context)))
  hear('accepted', () => undefined)
  for (const event of ['rejected', 'released', 'modified'])
    hear(
      event,
      ({ delivery }) => `${event}: ${textOf((delivery?.remote_state as { error?: unknown })?.error)}`,
    )
  return async (name, content) => {
    if (!sender.sendable()) {
      const reason = await waits.until(patience, done => sender.once('sendable', () => done(undefined)))
      if (reason !== undefined) throw new NotSent(`amqp: the queue takes nothing: ${reason}`, false)
    }
    const body = { typecode: DATA, content: Buffer.from(content), multiple: undefined }
    const message = { message_id: name, durable: true, content_type: 'application/xml', body }
    const { id } = sender.send(message)
    let isRefused = false
    const reason = await waits.until(patience, done =>
      answers.set(id, refused => {
        isRefused = refused !== undefined
        done(refused)
      }),
    )
    answers.delete(id)
    if (reason !== undefined) throw new NotSent(`amqp: ${reason}`, !isRefused)
  }
}

/** Messages that the broker may have given and not heard of. */
const WINDOW = 64
/** How long after the last message none more is taken to lie there, milliseconds: brokers differ in how they say so. */
const GRACE = 250

/** What came over a link and was not put away yet, the oldest first. */
function inbox(waits: Waits, receiver: Receiver): Line['take'] {
  const held = new Set<Delivery>()
  let heard: (() => void) | undefined
  receiver.on('message', (context: EventContext) => {
    const delivery = deliveryOf(context, () => {
      if (held.delete(delivery) && receiver.is_open()) receiver.add_credit(1)
    })
    held.add(delivery)
    heard?.()
  })
  receiver.add_credit(WINDOW)
  return async most => {
    if (held.size === 0)
      await waits.until(GRACE, done => {
        heard = () => done(undefined)
      })
    heard = undefined
    return [...held].slice(0, most)
  }
}

function deliveryOf({ message, delivery }: EventContext, settled: () => void): Delivery {
  return {
    name: typeof message?.message_id === 'string' ? message.message_id : undefined,
    content: bytesOf(message?.body),
    settle(as) {
      if (delivery && !delivery.settled) delivery[as === 'taken' ? 'accept' : 'reject']()
      settled()
    },
  }
}

function bytesOf(body: unknown): Uint8Array | undefined {
  if (typeof body === 'string') return Buffer.from(body)
  if (Buffer.isBuffer(body)) return body
  const { content } = (body ?? {}) as { content?: unknown }
  if (Array.isArray(content) && content.every(part => Buffer.isBuffer(part))) return Buffer.concat(content)
  return content === undefined ? undefined : bytesOf(content)
}

function reasonOf({ error, connection, session, sender, receiver }: Partial<EventContext>): string {
  const found = [error, receiver?.error, sender?.error, session?.error, connection?.error]
  return textOf(found.find(each => each !== undefined && each !== null))
}

function textOf(error: unknown): string {
  const { condition, description, message, code } = (error ?? {}) as Record<string, unknown>
  const parts = [condition ?? code, description ?? message].filter(part => typeof part === 'string')
  return parts.join(' ') || 'without a reason'
}
