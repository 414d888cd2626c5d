/** Where in a file something was found; only what is known is filled in. */
export interface SheetPlace {
  readonly sheet?: string
  /** 1-based, as a spreadsheet shows it. */
  readonly row?: number
  /** Column letters, as a spreadsheet shows them. */
  readonly column?: string
  /** A file inside the workbook's package. */
  readonly part?: string
}

export type SheetCode =
  | 'sheet.too_large'
  | 'sheet.empty_file'
  | 'sheet.not_a_workbook'
  | 'sheet.old_format'
  | 'sheet.encrypted'
  | 'sheet.needs_random_access'
  | 'sheet.damaged'
  | 'sheet.bad_path'
  | 'sheet.duplicate_part'
  | 'sheet.overlapping_parts'
  | 'sheet.size_lies'
  | 'sheet.zip_bomb'
  | 'sheet.too_many_parts'
  | 'sheet.part_too_large'
  | 'sheet.has_macros'
  | 'sheet.has_external_links'
  | 'sheet.has_embedded_objects'
  | 'sheet.entities_refused'
  | 'sheet.too_many_sheets'
  | 'sheet.too_many_rows'
  | 'sheet.too_many_columns'
  | 'sheet.too_many_strings'
  | 'sheet.cell_too_long'
  | 'sheet.bad_encoding'
  | 'sheet.bad_csv'

/** Why a file is not read (any further): a value, never an exception at the door. */
export interface SheetRefusal {
  readonly code: SheetCode
  readonly params: Readonly<Record<string, string | number>>
  readonly place: SheetPlace
}

/** Carries a refusal from the depths of the reader to its door; it never leaves this package. */
export class SheetRefused extends Error {
  readonly refusal: SheetRefusal
  constructor(code: SheetCode, params: SheetRefusal['params'] = {}, place: SheetPlace = {}) {
    super(code)
    this.refusal = { code, params, place }
  }
}

/** The same refusal with a place added where it was not known: the inner place stands. */
export function placed(refused: SheetRefused, place: SheetPlace): SheetRefused {
  const { code, params, place: inner } = refused.refusal
  return new SheetRefused(code, params, { ...place, ...inner })
}
