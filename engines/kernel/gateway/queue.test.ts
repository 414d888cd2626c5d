import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { QueueConfig } from '../config/index.ts'
import { type NotSent, queueGateway } from './index.ts'
import { type Answer, broker } from './testing/broker.ts'

function opened(address: QueueConfig) {
  const gateway = queueGateway(address)
  onTestFinished(() => gateway.close())
  return gateway
}

const outcome = (sending: Promise<void>) =>
  sending.then(
    () => 'sent',
    (error: NotSent) => (error.isUncertain ? 'uncertain' : 'not sent'),
  )

describe('two queues of a broker', () => {
  it('have a message durably and under its name when the broker has accepted it', async () => {
    const { address, queue } = await broker()
    await opened(address).send('M-1', Buffer.from('<a>甲</a>'))
    const [message] = queue('declarations')
    expect(message).toMatchObject({ message_id: 'M-1', durable: true })
    expect(message!.body.content.toString()).toBe('<a>甲</a>')
  })

  it('have certainly not got what they refuse; where the line breaks nobody knows, and the next message opens it anew', async () => {
    const answers: Answer[] = ['reject', 'cut', 'accept']
    const { address, queue } = await broker(() => answers.shift()!)
    const gateway = opened(address)
    const outcomes = []
    for (const name of ['M-1', 'M-2', 'M-3'])
      outcomes.push(await outcome(gateway.send(name, Buffer.from('<a/>'))))
    expect(outcomes).toEqual(['not sent', 'uncertain', 'sent'])
    expect(queue('declarations').map(each => each.message_id)).toEqual(['M-3'])
  })

  it('are not reached by a wrong name, nor where nobody listens', async () => {
    const { address } = await broker()
    const wrong = opened({ ...address, password: 'guess' })
    expect(await outcome(wrong.send('M-1', Buffer.from('')))).toBe('not sent')
    await expect(wrong.arrivals(1)).rejects.toThrow('amqp')
    expect(await outcome(opened({ ...address, port: 1 }).send('M-1', Buffer.from('')))).toBe('not sent')
    expect(await outcome(opened(address).send('../M-1', Buffer.from('')))).toBe('not sent')
  })

  it('give receipts until they are put away, also over a new line', async () => {
    const { address, queue, cut } = await broker()
    const bodies = ['<a/>', Buffer.from('<b/>'), 'x'.repeat(60)]
    for (const [n, body] of bodies.entries()) queue('receipts').push({ message_id: `R-${n}`, body })
    const gateway = opened(address)
    const first = await arriving(gateway, 3)
    expect(first.map(each => each.name)).toEqual(['R-0', 'R-1', 'R-2'])
    expect((await gateway.arrivals(2)).map(each => each.name)).toEqual(['R-0', 'R-1'])
    await first[1]!.putAway('taken')
    // The broker has heard of what was put away once it has given what came after.
    queue('receipts').push({ message_id: '../R-3', body: '<d/>' })
    await gateway.send('M-1', Buffer.from('<a/>'))
    cut()
    // However that ends, the gateway knows afterwards that the line is gone.
    await outcome(gateway.send('M-2', Buffer.from('<a/>')))
    const again = await arriving(gateway, 3)
    const read = await Promise.all(again.map(each => each.read(50)))
    expect(again.map(each => each.name.slice(0, 4))).toEqual(['R-0', 'R-2', 'amqp'])
    expect(read.map(each => each && Buffer.from(each).toString())).toEqual(['<a/>', undefined, '<d/>'])
    for (const each of again) await each.putAway('taken')
    expect(await gateway.arrivals(10)).toEqual([])
  })
})

/** What lies there once so many have come. */
function arriving(gateway: ReturnType<typeof queueGateway>, count: number) {
  return vi.waitFor(async () => {
    const found = await gateway.arrivals(10)
    expect(found).toHaveLength(count)
    return found
  })
}
