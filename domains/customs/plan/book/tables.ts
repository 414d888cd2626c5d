/**
 * What the reader asks of the loaded code tables: undefined where the table does not know. The lookups of
 * `@tongqu/customs/tables` fit as they are.
 */
export interface BookTables {
  /** By code or name. */
  readonly unit: (codeOrName: string) => { readonly code: string } | undefined
  /** By ISO 3166 alpha-2 or name. */
  readonly country: (codeOrName: string) => { readonly alpha2: string } | undefined
  /** By ISO 4217 code or name. */
  readonly currency: (codeOrName: string) => { readonly code: string } | undefined
  /** By ten digits; absent: no tariff is loaded, and codes are tested for their shape only. */
  readonly hs?: (code: string) => object | undefined
}
