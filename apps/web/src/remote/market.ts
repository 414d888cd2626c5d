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
