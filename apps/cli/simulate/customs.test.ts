import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import { ranHere, tongqu } from '../testing.ts'
import { simulateCustomsVerb } from './customs.ts'
import { page } from './page.ts'

const data = await testFolder()
const run = (...args: string[]) => ranHere(simulateCustomsVerb, data, args, data)

describe('./tongqu simulate customs', () => {
  it.each(['zh', 'en'] as const)('--help says every option in %s', async lang => {
    const { status, out } = await tongqu(data, ['simulate', 'customs', '--help', '--lang', lang])
    expect([status, out.includes(page[lang])]).toEqual([0, true])
    const options = (text: string) => [...text.matchAll(/--[a-z]+/g)].map(([name]) => name).sort()
    expect(options(page.zh)).toEqual(options(page.en))
  })

  it.each([
    [['--faster', '0'], '--faster'],
    [['--http', 'x'], '--http'],
    [['--in', 'a'], '--out'],
    [['--clock', 'noon'], '--clock'],
    [['--callback', 'http://127.0.0.1/'], '--http'],
    [['--scenario', 'nobody'], 'calm, copies, ordinary'],
    [['--share', 'list.lost=1'], 'list.lost'],
    [['--signature', 'perhaps'], 'signature'],
    [['--receipts', '101'], 'receiptsPerMessage'],
    [['--key', 'nowhere.pem'], 'nowhere.pem'],
    [['--unknown'], '--unknown'],
  ])('%j is refused with the option named', async (args, named) => {
    const { status, err } = await run(...args)
    expect([status, err]).toEqual([2, expect.stringContaining(named)])
  })

  it('takes and answers what lies in the sender’s folder, by a scenario of one’s own, and says what it counted', async () => {
    const folder = join(data, 'drop')
    await mkdir(join(folder, 'out'), { recursive: true })
    const envelope = `<DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><TransInfo><CopMsgId>M1</CopMsgId><SenderId>DXPENT0000000001</SenderId><ReceiverIds><ReceiverId>DXPEDCCEB0000002</ReceiverId></ReceiverIds><CreatTime>2026-11-23T10:00:00</CreatTime><MsgType>CEB999Message</MsgType></TransInfo><Data>${Buffer.from('<CEB999Message/>').toString('base64')}</Data></DxpMsg>`
    await writeFile(join(folder, 'out', 'M1.xml'), envelope)
    await writeFile(
      join(data, 'own.yaml'),
      'title: { zh: 自己的, en: Own }\nshares:\n  list: { silence: 1, others: 0 }\n',
    )
    const clock = '2026-11-23T10:05:00+08:00'
    const { status, out, err } = await run(
      '--folder',
      'drop',
      '--scenario',
      'own.yaml',
      '--once',
      '--clock',
      clock,
    )
    expect([status, err]).toEqual([0, expect.stringContaining('drop/out')])
    expect(out).toContain('1  messages refused: unknown')
    expect(await readdir(join(folder, 'out'))).toEqual([])
    expect((await readdir(join(folder, 'in')))[0]).toMatch(/^20261123100501000_CEB900Message_.*\.xml$/)
  })
})
