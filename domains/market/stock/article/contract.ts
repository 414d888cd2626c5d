import { After, Bilingual, closed, Id, lastChange, SeenVersion, sortOf } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Name, paging, Quantity, QuantityShown, UnitCode } from '../shapes.ts'

/** What callers see of articles: schemas only. */
const Sku = Type.String({
  pattern: '^\\S(.{0,48}\\S)?$',
  description: "The owner's own number of the article",
})
const HsCode = Type.String({ pattern: '^\\d{4,10}$', description: 'HS code, four to ten digits' })
const Days = Type.Integer({ minimum: 0, maximum: 36_500 })
/** How pieces are told apart: not at all, by lot, or one by one. */
const Tracking = Type.Union([Type.Literal('none'), Type.Literal('lot'), Type.Literal('serial')])

export const RegisterArticle = closed({
  sku: Sku,
  name: Bilingual,
  unit: UnitCode,
  tracking: Tracking,
  hsCode: Type.Optional(HsCode),
  /** Days that it is good for after it was made. */
  shelfLifeDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 36_500 })),
  /** Told when less than this is available. */
  low: Type.Optional(Quantity),
  /** Told so many days before the end of its life; absent: by the rule. */
  nearExpiryDays: Type.Optional(Days),
})

/** What may change of an article; null takes a value away. Its unit and how it is told apart stay for ever. */
export const ChangeArticle = closed({
  article: Id,
  /** The version that the caller saw. */
  version: SeenVersion,
  name: Type.Optional(Bilingual),
  hsCode: Type.Optional(Type.Union([HsCode, Type.Null()])),
  shelfLifeDays: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()])),
  low: Type.Optional(Type.Union([Quantity, Type.Null()])),
  nearExpiryDays: Type.Optional(Type.Union([Days, Type.Null()])),
})

export const Article = closed({
  id: Id,
  owner: Id,
  sku: Type.String(),
  name: Name,
  unit: Type.String(),
  unitName: Name,
  /** Decimals of a quantity. */
  scale: Type.Integer(),
  /** Unit of account in the ledger. */
  ledger: Type.Integer(),
  tracking: Tracking,
  hsCode: Type.Optional(Type.String()),
  shelfLifeDays: Type.Optional(Type.Integer()),
  low: Type.Optional(QuantityShown),
  nearExpiryDays: Type.Optional(Type.Integer()),
  ...lastChange,
})

export const ArticleId = closed({ article: Id })

/** What a list of articles may be ordered by. */
const SORTS = ['registered', 'sku', 'name'] as const
export type ArticleSort = (typeof SORTS)[number]

export const ListArticles = closed({
  search: Type.Optional(Type.String({ maxLength: 100 })),
  sort: sortOf(SORTS),
  ...paging,
  after: After,
})
export const ArticleList = closed({ articles: Type.Array(Article), next: Type.Optional(Type.String()) })
