import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './index.ts'

const root = process.cwd()
const counter = (text: string, more: Record<string, string> = {}) =>
  readConfig({ TONGQU_COUNTER: text, ...more }, root).counter

describe('the way to the counter', () => {
  it('is a folder, an address, or two queues of a broker whose password stands apart', () => {
    expect(counter('folder:data/counter')).toMatchObject({ kind: 'folder' })
    expect(counter('https://counter.example/in')).toEqual({ kind: 'http', url: 'https://counter.example/in' })
    expect(
      counter('amqps://broker.example/?out=/queue/a&in=/queue/b', {
        TONGQU_COUNTER_USER: 'tongqu',
        TONGQU_COUNTER_PASSWORD: 'secret',
      }),
    ).toEqual({
      kind: 'queue',
      address: {
        host: 'broker.example',
        port: 5671,
        isTls: true,
        user: 'tongqu',
        password: 'secret',
        out: '/queue/a',
        in: '/queue/b',
      },
    })
  })

  it.each([
    'amqp://broker.example/?out=a',
    'amqp://tongqu:secret@broker.example/?out=a&in=b',
    'ftp://counter.example/',
    'somewhere',
  ])('is not %s', text => {
    expect(() => counter(text)).toThrow(ConfigError)
  })

  it('is no open line out of the machine in production', () => {
    const production = { TONGQU_ENV: 'production', TONGQU_PUBLIC_URL: 'https://tongqu.example/' }
    expect(() => counter('amqp://broker.example/?out=a&in=b', production)).toThrow(ConfigError)
    expect(counter('amqp://127.0.0.1:5673/?out=a&in=b', production)).toMatchObject({
      address: { port: 5673 },
    })
  })
})
