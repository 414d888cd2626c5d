/** A JSON text as it was written: every part knows its own piece of the source, and numbers stay texts. */
export type JsonNode =
  | { readonly kind: 'object'; readonly raw: string; readonly members: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'array'; readonly raw: string; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly raw: string; readonly text: string }
  | { readonly kind: 'number'; readonly raw: string }
  | { readonly kind: 'word'; readonly raw: 'true' | 'false' | 'null' }

export type JsonCode =
  | 'json.too_large'
  | 'json.too_deep'
  | 'json.not_json'
  | 'json.duplicate_name'
  | 'json.not_well_formed_text'

/** Why a text is not read as JSON: a value, never an exception at the door. */
export interface JsonRefusal {
  readonly code: JsonCode
  readonly params: Readonly<Record<string, string | number>>
  /** Names from the root down, joined by a slash. */
  readonly path: string
}
