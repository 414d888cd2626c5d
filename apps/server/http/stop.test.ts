import { once } from 'node:events'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, test } from 'vitest'
import { ground } from '../testing/ground.ts'
import { sample } from '../testing/sample.ts'
import { dial } from '../testing/wire.ts'

const { url } = await testDatabase()
const GET = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`

test('a stop answers what is in hand, refuses what comes after it on the same connection, and takes no new one', async () => {
  const { module, arrived, open } = sample()
  const on = await ground({ url, more: [module] })
  const address = await on.address()
  const working = dial(address)
  const idle = dial(address)
  const said: string[] = []
  working.on('data', data => said.push(String(data)))
  working.write(GET('/api/sample/gate/wait'))
  await arrived()
  const stopping = on.app.close()
  await once(idle, 'close')
  working.write(GET('/api/kernel/session/who'))
  const late = dial(address)
  await expect(once(late, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  open()
  await once(working, 'close')
  await stopping
  const answers = said.join('')
  expect(answers).toContain('{"through":true}')
  expect(answers.toLowerCase()).toContain('connection: close')
  expect(answers).not.toContain('signedIn')
  await on.host.stop()
})
