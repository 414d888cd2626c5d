import type * as article from '@tongqu/market/stock/article/contract'
import type * as count from '@tongqu/market/stock/count/contract'
import type * as handle from '@tongqu/market/stock/handle/contract'
import type * as hold from '@tongqu/market/stock/hold/contract'
import type * as level from '@tongqu/market/stock/level/contract'
import type * as receipt from '@tongqu/market/stock/receipt/contract'
import type * as transfer from '@tongqu/market/stock/transfer/contract'
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
  'market.transfer.list': {
    input: Of<typeof transfer.ListTransfers>
    answer: Of<typeof transfer.TransferList>
  }
  'market.transfer.get': { input: Of<typeof transfer.TransferId>; answer: Of<typeof transfer.Transfer> }
  'market.stock.list': { input: Of<typeof level.ListStock>; answer: Of<typeof level.StockList> }
  'market.stock.expiring': { input: Of<typeof level.ListExpiring>; answer: Of<typeof level.StockList> }
  'market.stock.low': { input: Of<typeof level.ListLow>; answer: Of<typeof level.LowList> }
  'market.stock.availability': {
    input: Of<typeof level.Availability>
    answer: Of<typeof level.AvailabilityShown>
  }
  'market.stock.history': { input: Of<typeof level.LineHistory>; answer: Of<typeof level.LineHistoryShown> }
  'market.count.list': { input: Of<typeof count.ListCounts>; answer: Of<typeof count.CountList> }
  'market.count.sheet': { input: Of<typeof count.CountId>; answer: Of<typeof count.CountSheet> }
  'market.count.review': { input: Of<typeof count.CountId>; answer: Of<typeof count.CountReview> }
  'market.hold.get': { input: Of<typeof hold.HoldId>; answer: Of<typeof hold.Hold> }
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
  'market.hold.place': { input: Of<typeof hold.PlaceHold>; answer: Of<typeof hold.Hold> }
  'market.hold.ship': { input: Of<typeof hold.ShipHold>; answer: Of<typeof hold.Hold> }
  'market.hold.release': { input: Of<typeof hold.ReleaseHold>; answer: Of<typeof hold.Hold> }
  'market.count.start': { input: Of<typeof count.StartCount>; answer: Of<typeof count.CountSheet> }
  'market.count.enter': { input: Of<typeof count.EnterCount>; answer: Of<typeof count.CountSheet> }
  'market.count.find': { input: Of<typeof count.FindGoods>; answer: Of<typeof count.CountSheet> }
  'market.count.finish': { input: Of<typeof count.CountId>; answer: Of<typeof count.CountSheet> }
  'market.count.cancel': { input: Of<typeof count.CancelCount>; answer: Of<typeof count.CountSheet> }
  'market.count.approve': { input: Of<typeof count.ApproveCount>; answer: Of<typeof count.CountReview> }
  'market.stock.block': { input: Of<typeof handle.BlockGoods>; answer: Of<typeof handle.Block> }
  'market.stock.unblock': { input: Of<typeof handle.UnblockGoods>; answer: Of<typeof handle.Block> }
  'market.stock.writeOff': { input: Of<typeof handle.WriteOff>; answer: Of<typeof handle.WrittenOff> }
  'market.transfer.order': {
    input: Of<typeof transfer.OrderTransfer>
    answer: Of<typeof transfer.Transfer>
  }
  'market.transfer.dispatch': {
    input: Of<typeof transfer.DispatchTransfer>
    answer: Of<typeof transfer.Transfer>
  }
  'market.transfer.arrive': {
    input: Of<typeof transfer.ArriveTransfer>
    answer: Of<typeof transfer.Transfer>
  }
  'market.transfer.close': {
    input: Of<typeof transfer.CloseTransfer>
    answer: Of<typeof transfer.Transfer>
  }
  'market.transfer.cancel': {
    input: Of<typeof transfer.CancelTransfer>
    answer: Of<typeof transfer.Transfer>
  }
}

/** Queries of the market that answer a file. */
export interface MarketDownloads {
  'market.stock.export': Of<typeof level.ExportStock>
}

export type StockLine = Of<typeof level.StockLine>
export type Availability = Of<typeof level.AvailabilityShown>
export type LineHistory = Of<typeof level.LineHistoryShown>
export type CountHead = Of<typeof count.CountHead>
export type CountSheet = Of<typeof count.CountSheet>
export type CountReview = Of<typeof count.CountReview>
export type WriteOff = Of<typeof handle.WriteOff>
export type Warehouse = Of<typeof warehouse.Warehouse>
export type Storage = Of<typeof warehouse.Storage>
export type RegisterArticle = Of<typeof article.RegisterArticle>
export type Article = Of<typeof article.Article>
export type AnnounceReceipt = Of<typeof receipt.AnnounceReceipt>
export type ReceiptHead = Of<typeof receipt.ReceiptHead>
export type Receipt = Of<typeof receipt.Receipt>
export type ReceiveGoods = Of<typeof receipt.ReceiveGoods>
export type TransferHead = Of<typeof transfer.TransferHead>
export type StockTransfer = Of<typeof transfer.Transfer>
export type ArriveTransfer = Of<typeof transfer.ArriveTransfer>
export type Hold = Of<typeof hold.Hold>
