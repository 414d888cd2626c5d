// The door of the bonded inventory list: `@tongqu/messages/invt`.
/** @public */
export { type Inv101, inv101 } from './message.ts'
/** @public */
export { invtMessageOf, invtMessages } from './messages.ts'
/** @public */
export { type BondedListNumber, bondedListNumberOf } from './numbers.ts'
/** @public */
export {
  type BondedReceipt,
  bondedReceipt,
  type CommonResponeMessage,
  commonResponeMessage,
  type Inv201,
  type Inv202,
  type Inv211,
  inv201,
  inv202,
  inv211,
} from './receipts.ts'
/** @public */
export {
  entryOutcomes,
  gateStates,
  type InvtOutcome,
  type InvtStatus,
  invtOutcomes,
  invtStatusOf,
  listStates,
  writeOffs,
} from './status.ts'
