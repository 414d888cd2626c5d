/** Millionths of one. */
const ONE = 1_000_000n

/** A share as a rule states it: "0.05" is 50,000 millionths. Throws where the rule is no such decimal. */
export function millionths(text: string): bigint {
  const match = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(text)
  if (!match) throw new Error(`A rule's share is a decimal with up to six places, not ${text}.`)
  return BigInt(match[1]! + (match[2] ?? '').padEnd(6, '0'))
}

/** Whether `part` is more than that share of `whole`; exact. */
export function exceedsShare(part: bigint, whole: bigint, share: bigint): boolean {
  return part * ONE > whole * share
}
