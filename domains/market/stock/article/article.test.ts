import type { Host } from '@tongqu/kernel/host'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hand, otherOwner, owner, stockHost } from '../testing/ground.ts'

const database = await testDatabase()
let host: Host
let hand: Hand

beforeAll(async () => {
  host = await stockHost(database.url)
  hand = new Hand(host)
})
afterAll(() => host.stop())

interface Article {
  readonly id: string
  readonly version: number
  readonly ledger: number
  readonly low?: string
}
const input = { name: { zh: '青砖茶', en: 'Brick tea' }, unit: '035', tracking: 'lot' }
const register = (sku: string, more: object = {}, actor = owner) =>
  hand.code('market.article.register', { sku, ...input, ...more }, actor)

it('has a number of its owner’s own and a unit of account of its own', async () => {
  expect([await register('TEA'), await register('TEA'), await register('TEA', {}, otherOwner)]).toEqual([
    'done',
    'article.sku_taken',
    'done',
  ])
  const { articles } = await hand.do<{ articles: Article[] }>(
    'market.article.list',
    { search: 'brick' },
    owner,
  )
  const other = await hand.do<{ articles: Article[] }>('market.article.list', { search: '青砖' }, otherOwner)
  expect([articles.length, other.articles.length]).toEqual([1, 1])
  expect(articles[0]!.ledger).not.toBe(other.articles[0]!.ledger)
})

it('is listed by number, or by name in the order of pinyin, page by page', async () => {
  const seller = { ...otherOwner }
  const named = [
    ['S3', '武昌鱼'],
    ['S1', '热干面'],
    ['S2', '洪山菜薹'],
  ] as const
  for (const [sku, zh] of named) await register(sku, { name: { zh, en: sku } }, seller)
  const walk = async (sort: string) => {
    const found: string[] = []
    for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
      const page = await hand.do<{ articles: { sku: string }[]; next?: string }>(
        'market.article.list',
        { search: 'S', sort, limit: 1, ...(after && { after }) },
        seller,
      )
      found.push(...page.articles.map(({ sku }) => sku))
      after = page.next
    }
    return found.filter(sku => /^S\d$/.test(sku))
  }
  expect(await walk('sku')).toEqual(['S1', 'S2', 'S3'])
  // hóng shān cài tái, rè gān miàn, wǔ chāng yú
  expect(await walk('name')).toEqual(['S2', 'S1', 'S3'])
  expect(await walk('-name')).toEqual(['S3', 'S1', 'S2'])
})

it('is counted in units that the rules know', async () => {
  expect([await register('X', { unit: '999' }), await register('X', { low: '1.0001' })]).toEqual([
    'article.unit_unknown',
    'quantity.too_fine',
  ])
  expect(await hand.code('market.article.register', { sku: 'X', ...input }, someone(owner.party!, []))).toBe(
    'call.not_allowed',
  )
})

it('is changed from the version that was seen, by its owner', async () => {
  const article = await hand.do<Article>('market.article.register', { sku: 'CHANGED', ...input }, owner)
  const change = (version: number, more: object, actor = owner) =>
    host.call('market.article.change', { article: article.id, version, ...more }, actor)
  expect(await change(1, { low: '2.5' })).toMatchObject({ output: { version: 2, low: '2.500' } })
  expect(await change(1, { low: '3' })).toMatchObject({
    refusal: { code: 'record.changed', params: { yours: 1, current: 2 } },
  })
  expect(await change(2, {}, otherOwner)).toMatchObject({ refusal: { code: 'article.not_found' } })
  const after = await change(2, { low: null })
  expect(after).toMatchObject({ output: { version: 3 } })
  expect((after as { output: Article }).output.low).toBeUndefined()
})

it('of two who change it at once from the same version, one is told that it stands otherwise now', async () => {
  const article = await hand.do<Article>('market.article.register', { sku: 'RACE', ...input }, owner)
  const change = (low: string) =>
    hand.code('market.article.change', { article: article.id, version: 1, low }, owner)
  const told = await Promise.all(['1', '2', '3', '4'].map(change))
  expect([...told].sort()).toEqual(['done', 'record.changed', 'record.changed', 'record.changed'])
  const after = await hand.do<Article & { changedAt?: string }>(
    'market.article.read',
    { article: article.id },
    owner,
  )
  expect(after).toMatchObject({ version: 2, low: `${told.indexOf('done') + 1}.000` })
  expect(after.changedAt).toBeDefined()
})
