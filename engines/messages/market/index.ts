// The door of the market-procurement platform: `@tongqu/messages/market`.
/** @public */
export { jsonFaultText } from '../json/text.ts'
/** @public */
export { marketMessageOf, marketMessages } from './messages.ts'
/** @public */
export { type MarketReply, type MarketReplyRead, readMarketReply, risksOf } from './reply.ts'
