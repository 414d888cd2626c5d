import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testDatabase } from '@tongqu/tools/test/database'
import { testFolder } from '@tongqu/tools/test/folder'
import { afterAll, describe, expect, it } from 'vitest'
import { type Ran, serving, tongqu } from '../testing.ts'

const database = await testDatabase('empty')
const data = await testFolder()
const env = { DATABASE_URL: database.url, TONGQU_LOG: 'error', PORT: '0' }
const call = (...args: string[]) => tongqu(data, [...args, '--lang', 'en'], { cwd: data, env })

const RATES = 'currency,purpose,from,to,rate,source\nUSD,customs,2027-01-01,2027-01-31,7.05,an example\n'
const rates = join(data, 'rates.csv')
await writeFile(rates, RATES)

function done(ran: Ran): string {
  expect([ran.err, ran.status]).toEqual(['', 0])
  return ran.out
}

describe('help', () => {
  it.each(['zh', 'en'])('lists every verb with one line each in %s, without a database', async lang => {
    const out = done(await tongqu(join(data, 'nothing-here'), ['help', '--lang', lang]))
    const verbs = out.split('\n').filter(line => line.startsWith('  ./tongqu '))
    const names = verbs.map(line => line.slice(11).split(/ {2,}/)[0])
    for (const name of [
      'plan <file>',
      'help',
      'restore <dir>',
      'backup <dir>',
      'import <table> <file>',
      'audit verify',
      'customs plan list',
    ])
      expect(names).toContain(name)
    expect(new Set(names).size).toBe(names.length)
    expect(verbs.every(line => / {2}\S.*$/.test(line.slice(20)))).toBe(true)
    expect(verbs.some(line => /\p{Script=Han}/u.test(line))).toBe(lang === 'zh')
    expect(existsSync(join(data, 'nothing-here'))).toBe(false)
  })

  it('of one verb names its options', async () => {
    const out = done(await tongqu(data, ['help', 'import', '--lang', 'en']))
    expect(out).toMatch(/^\.\/tongqu import <table> <file>$/m)
    expect(out).toMatch(/--edition +string +what people call this edition/)
    expect(out).not.toContain('--sm3')
  })

  it('of an unknown verb names the nearest that is known', async () => {
    const { status, err } = await call('costums', 'plan', 'lits')
    expect([status, err]).toEqual([2, expect.stringContaining('Did you mean ./tongqu customs plan list?')])
  })
})

describe('a call without a server', () => {
  it('opens the installation, does it and says what was done in words; --json says it for machines', async () => {
    const out = done(await call('import', 'rates', rates))
    expect(out).toMatch(/^register: customs\.exchange-rates$/m)
    expect(out).toMatch(/^added: 1$/m)
    const again = JSON.parse(done(await call('import', 'rates', rates, '--json')))
    expect(again).toMatchObject({ added: 0, unchanged: 1, rejected: [] })
  })

  it('is refused with the place, what to do and the code; status 2', async () => {
    const wrong = await call('import', 'tariff', rates)
    expect([wrong.status, wrong.out]).toEqual([2, ''])
    expect(wrong.err).toMatch(/^\/edition: .+\nGive --edition.+\n\(table\.edition_needed\)\n$/)
    const shape = await call('customs', 'plan', 'list', '--limit', 'many')
    expect(shape.err).toMatch(/^\/limit: .+\n.+\n\(input\.invalid\)\n$/)
  })

  it.each([
    [['import', 'rates'], './tongqu import <table> <file>'],
    [['import', 'rates', 'missing.csv'], 'there is no such file'],
    [
      ['customs', 'plan', 'list', '--colour', 'red'],
      'There is no option --colour; known: [--after] [--limit] [--sort] [--search]',
    ],
    [['customs', 'plan', 'list', '--search'], '--search needs a value'],
    [['customs', 'plan', 'list', '--input', '{'], '--input takes JSON'],
  ])('%j is refused before anything is opened', async (args, text) => {
    const { status, err } = await call(...args)
    expect([status, err]).toEqual([2, expect.stringContaining(text)])
  })
})

describe('with a server running', () => {
  it('the same call through its socket gives the same answer, as table and as JSON', async () => {
    const direct = [await call('kernel', 'pack', 'list'), await call('kernel', 'pack', 'list', '--json')]
    expect(direct[0]!.out).toMatch(/^ +id +run +digest /m)
    const stop = await serving({ ...env, TONGQU_DATA: data })
    afterAll(stop)
    const through = [await call('kernel', 'pack', 'list'), await call('kernel', 'pack', 'list', '--json')]
    expect(through.map(done)).toEqual(direct.map(done))
    const refused = await call('import', 'nothing', rates)
    expect([refused.status, refused.err]).toEqual([
      2,
      expect.stringMatching(/There is no table named nothing\nTables: tariff, /),
    ])
    const imported = JSON.parse(done(await call('import', 'rates', rates, '--json')))
    expect(imported).toMatchObject({ edition: 'rates.csv', added: 0, unchanged: 1 })
    const template = join(data, 'template.xlsx')
    expect((await call('customs', 'plan', 'template', '--out', template)).status).toBe(0)
    expect((await readFile(template)).subarray(0, 2).toString()).toBe('PK')
    const restore = await call('restore', data)
    expect([restore.status, restore.err]).toEqual([2, 'The server is running: stop it first\n'])
    await stop()
  }, 90_000)
})

describe('an answer that is made for people', () => {
  it('is a table in their language, the answer itself with --json, and an exit status that says what was found', async () => {
    const units = done(
      await tongqu(data, ['ledger', 'units', '--search', 'yuan', '--lang', 'zh'], { cwd: data, env }),
    )
    expect(units).toMatch(/^编号 +种类 +代码 +名称 +小数位/)
    expect(units).toMatch(/^ +156 +currency +CNY +人民币 +2$/m)
    const verified = await call('ledger', 'verify')
    expect([verified.status, verified.out]).toEqual([0, expect.stringMatching(/\n\nThe books are right\n$/)])
    const { faults } = JSON.parse(done(await call('ledger', 'verify', '--json')))
    expect(faults).toEqual([])
    const statement = await call('ledger', 'statement', '01900000-0000-7000-8000-000000000000')
    expect([statement.status, statement.err]).toEqual([
      2,
      expect.stringContaining('(ledger.account_unknown)'),
    ])
  }, 60_000)
})

describe('the audit', () => {
  it('verifies, and gives a receipt of a run as files', async () => {
    expect(done(await call('audit', 'verify'))).toMatch(/^whole: true$/m)
    const { records } = JSON.parse(
      done(await call('audit', 'search', '--json', '--sealed', 'true', '--limit', '1')),
    )
    const out = join(data, 'receipt')
    const { status, err } = await call('audit', 'receipt', records[0].run, '--out', out)
    expect([status, err]).toEqual([0, `${out}\n`])
    expect((await readdir(out)).length).toBeGreaterThan(2)
  })

  it('that was tampered with is said, with exit status 1', async () => {
    const anchors = join(data, 'anchors/audit.txt')
    const text = await readFile(anchors, 'utf8')
    const digit = text.search(/[0-9a-f]{64}/)
    await writeFile(anchors, text.slice(0, digit) + (text[digit] === '0' ? '1' : '0') + text.slice(digit + 1))
    const { status, out } = await call('audit', 'verify')
    await writeFile(anchors, text)
    expect([status, out]).toEqual([1, expect.stringMatching(/^whole: false$/m)])
  })
})
