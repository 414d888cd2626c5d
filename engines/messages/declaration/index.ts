// The door of the customs declaration: `@tongqu/messages/declaration`.
/** @public */
export { type DecChannel, type DecStep, decChannelOf, decChannels } from './channel.ts'
/** @public */
export { type DecMessage, decMessage } from './message.ts'
/** @public */
export { declarationMessageOf, declarationMessages } from './messages.ts'
/** @public */
export { type EntryNumber, entryNumberOf } from './numbers.ts'
/** @public */
export {
  type ClientFailure,
  clientFailure,
  type DecImportResponse,
  type DecResult,
  decImportResponse,
  decResult,
} from './receipts.ts'
