const MiB = 1024 * 1024

/** Bounds of one reading; every one has a default, `defaultLimits`. */
export interface SheetLimits {
  /** Bytes of the file as handed in. Known sizes are tested before anything is read. */
  readonly maxBytes: number
  /** Bytes of all parts of a workbook after unpacking, as declared and as counted. */
  readonly maxUnpackedBytes: number
  /** Unpacked over packed bytes of a part; tested on parts over `ratioFromBytes`, small XML packs well. */
  readonly maxRatio: number
  readonly ratioFromBytes: number
  /** Files in a workbook's package. */
  readonly maxParts: number
  /** Bytes of a part that is read as a whole (relations, styles, list of sheets). */
  readonly maxPartBytes: number
  readonly maxSheets: number
  /** Rows that hold something, over all sheets. */
  readonly maxRows: number
  /** Position of the last column that holds something. */
  readonly maxColumns: number
  /** UTF-16 units of one cell; a spreadsheet itself stops at 32,767. */
  readonly maxCellChars: number
  /** The shared strings of a workbook are held in memory: their number and their UTF-16 units. */
  readonly maxSharedStrings: number
  readonly maxSharedChars: number
}

export const defaultLimits: SheetLimits = {
  maxBytes: 200 * MiB,
  maxUnpackedBytes: 1024 * MiB,
  maxRatio: 200,
  ratioFromBytes: 4 * MiB,
  maxParts: 2000,
  maxPartBytes: 16 * MiB,
  maxSheets: 100,
  maxRows: 1_048_576,
  maxColumns: 512,
  maxCellChars: 32_767,
  maxSharedStrings: 2_000_000,
  maxSharedChars: 48 * MiB,
}
