import { readJson } from '../json/read.ts'
import type { JsonNode, JsonRefusal } from '../json/tree.ts'

/** What the platform answers to a message. */
export interface MarketReply {
  /** `unknown` for a result that is neither 1 nor 0: it is to be asked for, not guessed. */
  readonly outcome: 'accepted' | 'refused' | 'unknown'
  /** The platform's own words. */
  readonly errorMessage: string
  /** What it tells of each record: the numbers it gave, or a risk (`exceptionCode0`, `solveWay0`, `exceptionMsg0`). */
  readonly records: readonly Readonly<Record<string, string>>[]
}

export type MarketReplyRead = { readonly reply: MarketReply } | { readonly refusal: JsonRefusal }

/**
 * Reads the platform's answer, `{ result, otherMessage, errorMessage }` in JSON. Its members are not published: what
 * has another shape than was seen is told as `unknown` and never as accepted.
 */
export function readMarketReply(text: string): MarketReplyRead {
  const read = readJson(text)
  if ('refusal' in read) return read
  const { node } = read
  const members = node.kind === 'object' ? node.members : new Map<string, JsonNode>()
  const others = members.get('otherMessage')
  return {
    reply: {
      outcome: outcomeOf(members.get('result')),
      errorMessage: plain(members.get('errorMessage')),
      records: others?.kind === 'array' ? others.items.map(recordOf) : [],
    },
  }
}

function outcomeOf(result: JsonNode | undefined): MarketReply['outcome'] {
  const said = plain(result)
  if (said === '1') return 'accepted'
  return said === '0' ? 'refused' : 'unknown'
}

function recordOf(node: JsonNode): Readonly<Record<string, string>> {
  if (node.kind !== 'object') return {}
  return Object.fromEntries([...node.members].map(([name, value]) => [name, plain(value)]))
}

/** A text or number as it is told; anything else in its own JSON. */
function plain(node: JsonNode | undefined): string {
  if (!node || (node.kind === 'word' && node.raw === 'null')) return ''
  return node.kind === 'string' ? node.text : node.raw
}

/** The risks that a trade came back with: each has a code, a way out and a reason, numbered from 0. */
export function risksOf(
  record: Readonly<Record<string, string>>,
): readonly { code: string; wayOut: string; reason: string }[] {
  const numbers = Object.keys(record).flatMap(name => /^exceptionCode(\d{1,3})$/.exec(name)?.[1] ?? [])
  return numbers.map(n => ({
    code: record[`exceptionCode${n}`] ?? '',
    wayOut: record[`solveWay${n}`] ?? '',
    reason: record[`exceptionMsg${n}`] ?? '',
  }))
}
