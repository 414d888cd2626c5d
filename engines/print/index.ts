export { defaultLimits, type PrintCode, type PrintLimits, type PrintRefusal } from './limits.ts'
export {
  type Block,
  type CodeBlock,
  type Column,
  type Field,
  type FieldsBlock,
  MISSING,
  type NoteBlock,
  type Paper,
  type PaperLanguage,
  type SignaturePlace,
  type SignaturesBlock,
  type TableBlock,
  type Text,
  type TitleBlock,
  type Value,
} from './paper.ts'
export { type Printed, print } from './print.ts'
