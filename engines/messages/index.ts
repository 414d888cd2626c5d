// The door of the engine.
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
export type { FaultCode, MessageFault } from './schema/fault.ts'
export type { CodeTables } from './schema/kind.ts'
export type { MessageSchema, MessageValue } from './schema/message.ts'
export type { MessageOptions } from './schema/options.ts'
/** @public */
export { faultText } from './schema/texts.ts'
export type { XmlLimits } from './xml/limits.ts'
/** @public */
export { readXml, type XmlRead } from './xml/read.ts'
export type { XmlCode, XmlRefusal } from './xml/refusal.ts'
export type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlPlace } from './xml/tree.ts'
