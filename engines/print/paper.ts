/*
 * What a paper is made of. Six kinds of blocks and no template language: who prints a paper writes it down as values,
 * in the order in which they stand on the page.
 */

/** A text in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** `both`: Chinese with the English beside it, as papers of foreign trade are written. */
export type PaperLanguage = 'zh' | 'en' | 'both'

/** A value as it stands in the record, or in both languages; undefined: the record has none, and the paper says so. */
export type Value = string | Text | undefined

export interface TitleBlock {
  readonly kind: 'title'
  readonly text: Text
  /** Above it, smaller: who issues. */
  readonly above?: string | Text
  /** Below it, smaller. */
  readonly below?: string | Text
}

export interface Field {
  readonly title: Text
  readonly value: Value
  /** Share of its row; 1 where nothing is said. */
  readonly weight?: number
  /** Nothing is said where there is no value: the field may be empty. */
  readonly mayBeEmpty?: true
}

/** Ruled cells, each with its title above its value. */
export interface FieldsBlock {
  readonly kind: 'fields'
  readonly rows: readonly (readonly Field[])[]
}

export interface Column {
  readonly title: Text
  /** Share of the table's width. */
  readonly weight: number
  readonly align?: 'left' | 'right' | 'center'
}

/** Breaks over pages between rows; its head is repeated. */
export interface TableBlock {
  readonly kind: 'table'
  readonly title: Text
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
  /** In bold after the last row; '' leaves a cell empty. */
  readonly totals?: readonly (readonly Value[])[]
}

export interface NoteBlock {
  readonly kind: 'note'
  readonly title?: Text
  readonly paragraphs: readonly (string | Text)[]
  readonly isNumbered?: true
}

export interface SignaturePlace {
  readonly title: Text
  /** Whose signature it is. */
  readonly name?: string
}

export interface SignaturesBlock {
  readonly kind: 'signatures'
  readonly places: readonly SignaturePlace[]
}

/** A QR code with the address it holds, and the code in words beside it. */
export interface CodeBlock {
  readonly kind: 'code'
  readonly title: Text
  /** What the QR code says. */
  readonly address: string
  /** What somebody without a camera types. */
  readonly code: string
  readonly paragraphs: readonly Text[]
}

export type Block = TitleBlock | FieldsBlock | TableBlock | NoteBlock | SignaturesBlock | CodeBlock

export interface Paper {
  readonly language: PaperLanguage
  /** In the file's metadata and in the head of each page. */
  readonly title: Text
  /** The paper's number; stands in the head of each page. */
  readonly number: string
  /** In the file's metadata. */
  readonly author: string
  /** In the file's metadata: the bytes are the same for the same paper. */
  readonly created: Date
  readonly isLandscape?: boolean
  /** Left in the foot of each page, beside "page n of m". */
  readonly foot: string | Text
  readonly blocks: readonly Block[]
}

/** What stands where the record has nothing. */
export const MISSING: Text = { zh: '（缺）', en: '(missing)' }

/** A text as one line in the paper's language. */
export function said(text: string | Text, language: PaperLanguage): string {
  if (typeof text === 'string') return text
  if (language !== 'both') return text[language]
  return text.zh === text.en ? text.zh : `${text.zh} ${text.en}`
}

/** A value as it is printed; what is missing says so. */
export const shown = (value: Value, language: PaperLanguage): string => said(value ?? MISSING, language)
