export { defaultLimits, type PrintCode, type PrintLimits, type PrintRefusal } from './limits.ts'
export type {
  Block,
  CodeBlock,
  Column,
  Field,
  FieldsBlock,
  NoteBlock,
  Paper,
  PaperLanguage,
  SignaturePlace,
  SignaturesBlock,
  TableBlock,
  Text,
  TitleBlock,
  Value,
} from './paper.ts'
export { type Printed, print } from './print.ts'
