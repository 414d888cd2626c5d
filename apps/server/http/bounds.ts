/** Bounds of the HTTP edge. Times in milliseconds, sizes in bytes. */
export const BOUNDS = {
  /** Largest JSON body; larger content is uploaded as a file. */
  body: 4 * 1024 * 1024,
  /** All header lines of a request together. */
  header: 16 * 1024,
  /** Until the header is there, until a JSON body is there. */
  headerWithin: 15_000,
  bodyWithin: 30_000,
  /** How long an upload may send nothing, and how long it may take in all: 256 MiB at 75 kB/s. */
  uploadIdle: 30_000,
  uploadWithin: 3_600_000,
  /** How long an idle connection is kept. */
  keepAlive: 65_000,
  /** How long the rest of a refused upload is thrown away before its connection is cut. */
  linger: 5_000,
  /** How long a stop waits for requests in hand. */
  stopWithin: 20_000,
  /** Characters of an idempotency key. */
  key: 200,
  /** Calls a minute that one caller may make of one operation, unless its definition says otherwise. */
  callsPerMinute: 1200,
} as const

export type Bounds = { readonly [name in keyof typeof BOUNDS]: number }
