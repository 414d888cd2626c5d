/** An instant of the kernel's clock as the ledger counts it: nanoseconds since 1970. */
export function nanoseconds(instant: Date): bigint {
  return BigInt(instant.getTime()) * 1_000_000n
}

/** The ledger's nanoseconds as an instant, to the millisecond below. */
export function instantOf(timestamp: bigint): Date {
  return new Date(Number(timestamp / 1_000_000n))
}
