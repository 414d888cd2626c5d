import type { JsonCode, JsonNode, JsonRefusal } from './tree.ts'

const MAX_CHARACTERS = 1024 * 1024
const MAX_DEPTH = 16

export type JsonRead = { readonly node: JsonNode } | { readonly refusal: JsonRefusal }

/**
 * Reads a JSON text (RFC 8259) that may be hostile, within bounds. A name that stands twice in an object is refused:
 * readers differ in which of the two they take, and a signature must mean the same to all.
 */
export function readJson(text: string): JsonRead {
  const reader = new Reader(text)
  try {
    return { node: reader.whole() }
  } catch (error) {
    if (error instanceof JsonRefused) return { refusal: error.refusal }
    throw error
  }
}

class JsonRefused extends Error {
  readonly refusal: JsonRefusal
  constructor(refusal: JsonRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const space = /[ \t\r\n]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y

class Reader {
  readonly #text: string
  #at = 0
  readonly #way: (string | number)[] = []

  constructor(text: string) {
    this.#text = text
  }

  whole(): JsonNode {
    if (this.#text.length > MAX_CHARACTERS) this.#refuse('json.too_large', { limit: MAX_CHARACTERS })
    const node = this.#node()
    if (this.#at < this.#text.length) this.#broken()
    return node
  }

  #node(): JsonNode {
    this.#take(space)
    if (this.#way.length > MAX_DEPTH) this.#refuse('json.too_deep', { limit: MAX_DEPTH })
    const from = this.#at
    const node = this.#kind(from)
    this.#take(space)
    return node
  }

  #kind(from: number): JsonNode {
    const first = this.#text[from]
    if (first === '{') return this.#object(from)
    if (first === '[') return this.#array(from)
    if (first === '"') return this.#string()
    const digits = this.#take(number)
    if (digits !== undefined) return { kind: 'number', raw: digits }
    const said = this.#take(word)
    if (said === undefined) return this.#broken()
    return { kind: 'word', raw: said as 'true' | 'false' | 'null' }
  }

  #object(from: number): JsonNode {
    const members = new Map<string, JsonNode>()
    this.#list('}', () => {
      this.#take(space)
      if (this.#text[this.#at] !== '"') this.#broken()
      const { text: name } = this.#string()
      this.#way.push(name)
      if (members.has(name)) this.#refuse('json.duplicate_name')
      this.#take(space)
      this.#sign(':')
      members.set(name, this.#node())
      this.#way.pop()
    })
    return { kind: 'object', raw: this.#text.slice(from, this.#at), members }
  }

  #array(from: number): JsonNode {
    const items: JsonNode[] = []
    this.#list(']', () => {
      this.#way.push(items.length + 1)
      items.push(this.#node())
      this.#way.pop()
    })
    return { kind: 'array', raw: this.#text.slice(from, this.#at), items }
  }

  /** What stands between the brackets, separated by commas. */
  #list(end: string, item: () => void): void {
    this.#at++
    this.#take(space)
    if (this.#text[this.#at] === end) {
      this.#at++
      return
    }
    for (;;) {
      item()
      if (this.#text[this.#at] === end) break
      this.#sign(',')
    }
    this.#at++
  }

  #string(): JsonNode & { kind: 'string' } {
    const from = this.#at
    let end = from
    do end = this.#text.indexOf('"', end + 1)
    while (end > 0 && this.#isEscaped(end))
    if (end < 0) this.#broken()
    const raw = this.#text.slice(from, end + 1)
    const text = this.#unquoted(raw)
    this.#at = end + 1
    if (!text.isWellFormed()) this.#refuse('json.not_well_formed_text')
    return { kind: 'string', raw, text }
  }

  /** Behind an odd number of backslashes. */
  #isEscaped(at: number): boolean {
    let before = at
    while (this.#text[before - 1] === '\\') before--
    return (at - before) % 2 === 1
  }

  #unquoted(raw: string): string {
    try {
      return JSON.parse(raw) as string
    } catch {
      return this.#broken()
    }
  }

  #take(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at
    const found = expression.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #sign(sign: string): void {
    if (this.#text[this.#at] !== sign) this.#broken()
    this.#at++
  }

  #broken(): never {
    return this.#refuse('json.not_json', { at: this.#at + 1 })
  }

  #refuse(code: JsonCode, params: JsonRefusal['params'] = {}): never {
    throw new JsonRefused({ code, params, path: this.#way.join('/') })
  }
}
