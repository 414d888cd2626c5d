/** A stored file: its content is named by its SM3. */
export interface FileRef {
  readonly sm3: string
  readonly bytes: number
  /** Media type as sniffed, not as claimed. */
  readonly type: string
  readonly name: string
  /** Where the bytes lie on this machine. */
  readonly path: string
}
