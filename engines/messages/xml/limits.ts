/** How much of a stranger's document is read at most. */
export interface XmlLimits {
  readonly bytes: number
  /** Elements inside each other, the root being 1. */
  readonly depth: number
  /** Elements, texts, comments and instructions together. */
  readonly nodes: number
  /** Attributes of one element, namespace declarations among them. */
  readonly attributes: number
  /** Characters of one name, with its prefix. */
  readonly name: number
  /** Characters (UTF-16 units) of one text, comment or attribute. */
  readonly text: number
}

/** Room for the largest message of the counters, some hundred lists, and not for an attack. */
export const defaultLimits: XmlLimits = {
  bytes: 16 * 1024 * 1024,
  depth: 32,
  nodes: 1_000_000,
  attributes: 64,
  name: 256,
  text: 1024 * 1024,
}
