// The door of the engine: reading and writing messages, and the messages of the cross-border system.
/** @public */
export { type BusinessKey, businessKeys, keysOf } from './ceb/keys.ts'
/** @public */
export { type CebName, cebMessageOf, cebMessages } from './ceb/messages.ts'
/** @public */
export { type ListNumber, type PreEntryNumber, parseInvtNo, parsePreNo } from './ceb/numbers.ts'
/** @public */
export {
  type CebOutcome,
  type CebStatus,
  cebStatuses,
  cebStatusOf,
  type ReturnReason,
  returnReasons,
} from './ceb/status.ts'
/** @public */
export {
  type Address,
  type DxpMsg,
  type Opened,
  open as openEnvelope,
  wrap as wrapEnvelope,
} from './dxp/envelope.ts'
/** @public */
export { dxpMsg, dxpRep } from './dxp/schema.ts'
/** @public */
export { type ParsedAny, parseAny } from './schema/any.ts'
/** @public */
export {
  type AnyFault,
  type Built,
  buildMessage,
  type Parsed,
  parseDocument,
  parseMessage,
  validateValue,
} from './schema/codec.ts'
export type { Condition } from './schema/condition.ts'
/** @public */
export { type ConditionProblem, type ConditionVersion, conditionOf } from './schema/condition-of.ts'
export type { FaultCode, MessageFault } from './schema/fault.ts'
export type { CodeTables } from './schema/kind.ts'
export type { MessageSchema, MessageValue } from './schema/message.ts'
export type { MessageOptions } from './schema/options.ts'
export type { Text } from './schema/text.ts'
/** @public */
export { faultText } from './schema/texts.ts'
export type { XmlLimits } from './xml/limits.ts'
/** @public */
export { readXml, type XmlRead } from './xml/read.ts'
export type { XmlCode, XmlRefusal } from './xml/refusal.ts'
export type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlPlace } from './xml/tree.ts'
