import type { Readable } from 'node:stream'
import { Type } from 'typebox'

/** What a query with `download: true` answers: the edge sends it as a file. */
export interface Download {
  /** File name that the reader is offered. */
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly content: Uint8Array | Readable
}

/** The output schema of every query with `download: true`. */
export const DownloadAnswer = Type.Unsafe<Download>({
  type: 'string',
  contentMediaType: 'application/octet-stream',
})

/**
 * Fields of the input of every command with `upload`: what the edge knows of the bytes that it has stored.
 * Spread them into the input's object; further fields come from the address.
 */
export const uploadFields = {
  sm3: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SM3 of the content' }),
  bytes: Type.Integer({ minimum: 1 }),
  type: Type.String({ maxLength: 100, description: 'Media type as sniffed' }),
  name: Type.String({ minLength: 1, maxLength: 255, description: 'File name as the sender calls it' }),
}
