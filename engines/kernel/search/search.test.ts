import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Host } from '../host/index.ts'
import { type Actor, anonymous } from '../identity/index.ts'
import { answerOf, codeOf, someone, testHost } from '../testing/host.ts'
import type { FindableTexts } from './findable.ts'

interface Found {
  readonly kinds: readonly {
    readonly kind: string
    readonly hits: readonly {
      readonly key: string
      readonly number?: string
      readonly title: { zh: string }
    }[]
  }[]
}

const pages: FindableTexts = {
  kind: 'chapter',
  name: { zh: '章节', en: 'Chapters' },
  permission: 'public',
  edition: 1,
  texts: () => [
    { key: '1', number: '44', title: { zh: '跨境电商', en: 'Cross-border trade' }, page: '/chapter/1' },
  ],
}

const { url } = await testDatabase()
let host: Host
beforeAll(async () => {
  host = await testHost({ url, modules: () => [{ name: 'fixture', finds: [pages] }] })
  for (const [id, name, code] of FIRMS)
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.party (id, kind, name, credit_code, created_at) values ($1, 'firm', $2, $3, $4)`,
        [id, JSON.stringify(name), code, new Date('2026-11-23T00:00:00Z')],
      ),
    )
  await host.index()
})
afterAll(() => host.stop())

const YIWU = '00000000-0000-7000-8000-0000000000a1'
const HANKOU = '00000000-0000-7000-8000-0000000000a2'
const FIRMS = [
  [YIWU, { zh: '义乌小商品贸易有限公司', en: 'Yiwu Small Goods Trading' }, '91330782MA00000001'],
  [HANKOU, { zh: '武汉汉口北供应链公司', en: 'Hankoubei Supply Chain' }, '91420116MA00000002'],
  ['00000000-0000-7000-8000-0000000000a3', { zh: '重庆女鞋行', en: 'Chongqing Shoes' }, 'HKB-2026-1123'],
  ['00000000-0000-7000-8000-0000000000a4', { zh: '单记五金', en: "Shan's Hardware" }, 'HKB-2026-11230'],
] as const

const office: Actor = { ...someone(YIWU, []), grants: new Map([['kernel.party.read', 'office']]) }

const find = (text: string, actor: Actor = office) =>
  answerOf<Found>(host.call('kernel.search.find', { text, limit: 20 }, actor))
const names = async (text: string, actor?: Actor) =>
  (await find(text, actor)).kinds.flatMap(({ hits }) => hits.map(({ title }) => title.zh))

test.each([
  ['a name from its beginning', '武汉', '武汉汉口北供应链公司'],
  ['any signs of a name, two of them too', '供应', '武汉汉口北供应链公司'],
  ['the pinyin of its beginning', 'yiwu', '义乌小商品贸易有限公司'],
  ['pinyin as people begin to type it', 'hankoub', '武汉汉口北供应链公司'],
  ['pinyin with spaces', 'wu han han', '武汉汉口北供应链公司'],
  ['initials of its beginning', 'ywxsp', '义乌小商品贸易有限公司'],
  ['initials of a later part', 'hkb', '武汉汉口北供应链公司'],
  ['a sign that is read otherwise in this word', 'chongqing', '重庆女鞋行'],
  ['ü typed as v, and as u', 'nvxie', '重庆女鞋行'],
  ['ü typed as u', 'nuxie', '重庆女鞋行'],
  ['a surname that is read otherwise', 'shanji', '单记五金'],
  ['an English word, whatever its case', 'SUPPLY', '武汉汉口北供应链公司'],
  ['a later word of an English name', 'chain', '武汉汉口北供应链公司'],
  ['words of both languages in any order', 'chain 武汉', '武汉汉口北供应链公司'],
  ['letters in full width', 'ｙｉｗｕ', '义乌小商品贸易有限公司'],
  ['a number without what stands between its parts', 'hkb2026112', '重庆女鞋行'],
  ['the later part of a number', '1123', '重庆女鞋行'],
])('finds %s', async (_how, text, expected) => {
  expect(await names(text)).toContain(expected)
})

test('a number that is the query comes before numbers that begin with it, and those before names', async () => {
  const found = await names('HKB-2026-1123')
  expect(found.slice(0, 2)).toEqual(['重庆女鞋行', '单记五金'])
  expect((await names('hkb'))[0]).not.toBe('武汉汉口北供应链公司')
})

test('what everybody may read is found by whoever is not signed in, and nothing else is', async () => {
  const stranger = anonymous('zh', 'http')
  expect(await names('kuajing', stranger)).toEqual(['跨境电商'])
  expect(await names('44', stranger)).toEqual(['跨境电商'])
  expect(await names('武汉', stranger)).toEqual([])
})

test('somebody of one party never finds the record of another, however it is typed', async () => {
  const ours = someone(YIWU, ['kernel.party.read'])
  expect(await names('义乌', ours)).toEqual(['义乌小商品贸易有限公司'])
  for (const text of ['武汉', 'wuhan', 'whhk', 'Hankoubei', '91420116MA00000002', '汉口'])
    expect(await names(text, ours)).toEqual([])
})

test('without the permission that shows a record it is not found, one’s own neither', async () => {
  expect(await names('义乌', someone(YIWU, ['kernel.notice.read']))).toEqual([])
})

test('a record that is changed is found by its new name and no more by the old', async () => {
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute('update kernel.party set name = $2 where id = $1', [
      HANKOU,
      JSON.stringify({ zh: '黄陂物流公司', en: 'Huangpi Logistics' }),
    ]),
  )
  await host.index()
  expect(await names('huangpi')).toEqual(['黄陂物流公司'])
  expect(await names('供应链')).toEqual([])
})

test('what row security takes away after it was indexed is not shown', async () => {
  const theirs = someone(HANKOU, ['kernel.party.read'])
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`update kernel.search_token set reader = $1 where kind = 'party' and reader = $2`, [
      HANKOU,
      YIWU,
    ]),
  )
  expect(await names('义乌', theirs)).toEqual([])
})

test('an installation that was there before the search is indexed at its next start', async () => {
  await host.database.transact({ scope: 'system' }, async tx => {
    await tx.execute('delete from kernel.search_token')
    await tx.execute('delete from kernel.search_entry')
    await tx.execute(`update kernel.installation set value = '{}' where name = 'search.kinds'`)
  })
  const again = await testHost({ url, modules: () => [{ name: 'fixture', finds: [pages] }] })
  await again.index()
  const found = await answerOf<Found>(again.call('kernel.search.find', { text: 'yiwu' }, office))
  expect(found.kinds.map(({ kind }) => kind)).toEqual(['party'])
  await again.stop()
})

test('signs that mean something to SQL are looked for as they stand', async () => {
  for (const text of ["'; drop table", '%', '_', '\\', '\u{10ffff}', '   ', '😀', '‮ab'])
    expect(await codeOf(host.call('kernel.search.find', { text }, office))).toBe('done')
})
