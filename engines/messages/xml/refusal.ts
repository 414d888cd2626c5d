import type { XmlPlace } from './tree.ts'

export type XmlCode =
  | 'xml.empty'
  | 'xml.too_large'
  | 'xml.too_deep'
  | 'xml.too_many_nodes'
  | 'xml.too_many_attributes'
  | 'xml.name_too_long'
  | 'xml.text_too_long'
  | 'xml.not_utf8'
  | 'xml.encoding_unsupported'
  | 'xml.version_unsupported'
  | 'xml.doctype_refused'
  | 'xml.entity_refused'
  | 'xml.bad_namespace'
  | 'xml.not_well_formed'

/** Why a document is not read: a value, never an exception at the door. */
export interface XmlRefusal {
  readonly code: XmlCode
  readonly params: Readonly<Record<string, string | number>>
  /** Where the reader stood; undefined for what is no matter of a place (size). */
  readonly place: XmlPlace | undefined
  /** Local names of the elements that were open, `A/B/c`; '' before the root. */
  readonly path: string
}

/** Carries a refusal from the depths of the reader to its door; it never leaves this folder. */
export class XmlRefused extends Error {
  readonly refusal: XmlRefusal
  constructor(code: XmlCode, params: XmlRefusal['params'] = {}, place?: XmlPlace, path = '') {
    super(code)
    this.refusal = { code, params, place, path }
  }
}
