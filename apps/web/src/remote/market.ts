import type * as article from '@tongqu/market/stock/article/contract'
import type * as hold from '@tongqu/market/stock/hold/contract'
import type * as receipt from '@tongqu/market/stock/receipt/contract'
import type * as warehouse from '@tongqu/market/stock/warehouse/contract'
import type { Static, TSchema } from 'typebox'

type Of<S extends TSchema> = Static<S>

/** Calls of the market that read. */
export interface MarketQueries {
  'market.warehouse.list': {
    input: Of<typeof warehouse.ListWarehouses>
    answer: Of<typeof warehouse.WarehouseList>
  }
  'market.storage.list': { input: { warehouse: string }; answer: Of<typeof warehouse.StorageList> }
  'market.article.list': { input: Of<typeof article.ListArticles>; answer: Of<typeof article.ArticleList> }
  'market.receipt.list': { input: Of<typeof receipt.ListReceipts>; answer: Of<typeof receipt.ReceiptList> }
  'market.receipt.get': { input: Of<typeof receipt.ReceiptId>; answer: Of<typeof receipt.Receipt> }
  'market.hold.list': { input: Of<typeof hold.ListHolds>; answer: Of<typeof hold.HoldList> }
}

/** Calls of the market that change something. */
export interface MarketCommands {
  'market.warehouse.register': {
    input: Of<typeof warehouse.RegisterWarehouse>
    answer: Of<typeof warehouse.Warehouse>
  }
  'market.storage.offer': { input: Of<typeof warehouse.StorageKey>; answer: Of<typeof warehouse.Storage> }
  'market.storage.agree': { input: Of<typeof warehouse.StorageKey>; answer: Of<typeof warehouse.Storage> }
  'market.storage.end': { input: Of<typeof warehouse.StorageKey>; answer: Of<typeof warehouse.Storage> }
  'market.article.register': { input: Of<typeof article.RegisterArticle>; answer: Of<typeof article.Article> }
  'market.receipt.announce': { input: Of<typeof receipt.AnnounceReceipt>; answer: Of<typeof receipt.Receipt> }
  'market.receipt.receive': { input: Of<typeof receipt.ReceiveGoods>; answer: Of<typeof receipt.Received> }
  'market.receipt.close': { input: Of<typeof receipt.CloseReceipt>; answer: Of<typeof receipt.Receipt> }
  'market.receipt.cancel': { input: Of<typeof receipt.CloseReceipt>; answer: Of<typeof receipt.Receipt> }
}

export type Warehouse = Of<typeof warehouse.Warehouse>
export type Storage = Of<typeof warehouse.Storage>
export type RegisterArticle = Of<typeof article.RegisterArticle>
export type Article = Of<typeof article.Article>
export type AnnounceReceipt = Of<typeof receipt.AnnounceReceipt>
export type ReceiptHead = Of<typeof receipt.ReceiptHead>
export type Receipt = Of<typeof receipt.Receipt>
export type ReceiveGoods = Of<typeof receipt.ReceiveGoods>
export type Hold = Of<typeof hold.Hold>
