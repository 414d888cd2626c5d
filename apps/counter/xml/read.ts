import type { Attribute, Element } from './element.ts'

/** A document that is not read: what is wrong, in words for the sender. */
export class XmlRefused extends Error {}

/** Bounds of what is read at all. */
export interface XmlLimits {
  readonly bytes: number
  readonly depth: number
  readonly elements: number
  readonly attributes: number
}

const LIMITS: XmlLimits = { bytes: 32 << 20, depth: 24, elements: 200_000, attributes: 32 }

type Open = Element & { readonly children: (Element | string)[]; readonly scope: ReadonlyMap<string, string> }

const xmlUri = 'http://www.w3.org/XML/1998/namespace'
const namePattern = /^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u
const ownEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
// XML 1.0 §2.2: what no document may hold.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/**
 * Reads an XML 1.0 document in UTF-8. A document type is refused, and so is every entity but XML's own five and
 * references to characters; so nothing outside the document is ever reached and nothing grows.
 * @throws XmlRefused
 */
export function readXml(bytes: Uint8Array, limits: Partial<XmlLimits> = {}): Element {
  const bounds = { ...LIMITS, ...limits }
  if (bytes.length > bounds.bytes) throw new XmlRefused(`超过 ${bounds.bytes} 字节`)
  return new Reader(decoded(bytes), bounds).document()
}

function decoded(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new XmlRefused('不是 UTF-8 编码')
  }
  if (forbidden.test(text)) throw new XmlRefused('含有 XML 不允许的字符')
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

class Reader {
  #at = 0
  #elements = 0
  readonly #text: string
  readonly #limits: XmlLimits

  constructor(text: string, limits: XmlLimits) {
    this.#text = text
    this.#limits = limits
  }

  document(): Element {
    this.#declaration()
    let root: Element | undefined
    for (;;) {
      this.#white()
      if (this.#at >= this.#text.length) break
      if (this.#text.startsWith('<!--', this.#at)) this.#comment()
      else if (root) throw new XmlRefused('根元素之后还有内容')
      else root = this.#root()
    }
    if (!root) throw new XmlRefused('没有根元素')
    return root
  }

  #declaration(): void {
    const found = /^<\?xml\s+version\s*=\s*["']([^"']*)["']([^?]*)\?>/.exec(this.#text.slice(0, 200))
    if (!found) return
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(found[2] ?? '')?.[1] ?? 'utf-8'
    if (found[1] !== '1.0' || !/^utf-?8$/i.test(encoding)) throw new XmlRefused('只接受 XML 1.0、UTF-8')
    this.#at = found[0].length
  }

  /** The root with all in it; a loop of its own, so that depth never rests on the stack. */
  #root(): Element {
    const path: Open[] = []
    for (;;) {
      const here = path.at(-1)
      const next = this.#text.indexOf('<', this.#at)
      if (next < 0) throw new XmlRefused('文件不完整')
      if (here && next > this.#at) here.children.push(unescaped(this.#text.slice(this.#at, next)))
      this.#at = next
      const done = this.#markup(path, here)
      if (done) return done
    }
  }

  #markup(path: Open[], here: Open | undefined): Element | undefined {
    const text = this.#text
    if (text.startsWith('</', this.#at)) return this.#close(path, here)
    if (text.startsWith('<!--', this.#at)) this.#comment()
    else if (text.startsWith('<![CDATA[', this.#at) && here) this.#cdata(here)
    else if (text.startsWith('<!', this.#at)) throw new XmlRefused('不接受文档类型声明（DOCTYPE）')
    else if (text.startsWith('<?', this.#at)) throw new XmlRefused('不接受处理指令')
    else return this.#open(path, here)
    return undefined
  }

  #open(path: Open[], parent: Open | undefined): Element | undefined {
    const end = this.#tagEnd()
    const isEmpty = this.#text[end - 1] === '/'
    const { name, pairs } = this.#tag(this.#text.slice(this.#at + 1, isEmpty ? end - 1 : end))
    if (++this.#elements > this.#limits.elements) throw new XmlRefused(`元素超过 ${this.#limits.elements} 个`)
    if (path.length >= this.#limits.depth) throw new XmlRefused(`嵌套超过 ${this.#limits.depth} 层`)
    const element = made(name, pairs, parent)
    parent?.children.push(element)
    this.#at = end + 1
    if (!isEmpty) path.push(element)
    return isEmpty && !parent ? element : undefined
  }

  /** Where the tag ends: a `>` that stands in no quotes. */
  #tagEnd(): number {
    const text = this.#text
    let end = text.indexOf('>', this.#at)
    if (end < 0) throw new XmlRefused('标签没有结束')
    for (let quote = nextQuote(text, this.#at, end); quote >= 0; quote = nextQuote(text, quote, end)) {
      const closing = text.indexOf(text[quote]!, quote + 1)
      if (closing < 0) throw new XmlRefused('属性值没有结束')
      if (closing > end) end = text.indexOf('>', closing)
      if (end < 0) throw new XmlRefused('标签没有结束')
      quote = closing + 1
    }
    return end
  }

  #tag(inside: string): { name: string; pairs: Map<string, string> } {
    const name = /^[^\s/=]+/.exec(inside)?.[0] ?? ''
    const pairs = new Map<string, string>()
    const rest = inside.slice(name.length)
    if (rest === '') return { name, pairs }
    const pair = /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
    let end = 0
    for (let found = pair.exec(rest); found; found = pair.exec(rest)) {
      if (pairs.has(found[1]!)) throw new XmlRefused(`属性 ${found[1]!.slice(0, 60)} 重复`)
      if (pairs.size >= this.#limits.attributes) throw new XmlRefused('属性过多')
      pairs.set(found[1]!, unescaped((found[2] ?? found[3] ?? '').replace(/[\t\n]/g, ' ')))
      end = pair.lastIndex
    }
    if (rest.slice(end).trim() !== '') throw new XmlRefused('标签写法不正确')
    return { name, pairs }
  }

  #close(path: Open[], here: Open | undefined): Element | undefined {
    const end = this.#text.indexOf('>', this.#at)
    const name = this.#text.slice(this.#at + 2, end).trimEnd()
    if (end < 0 || here?.name !== name) throw new XmlRefused('开始与结束标签不一致')
    this.#at = end + 1
    path.pop()
    return path.length === 0 ? here : undefined
  }

  #comment(): void {
    const end = this.#text.indexOf('--', this.#at + 4)
    if (end < 0 || this.#text[end + 2] !== '>') throw new XmlRefused('注释写法不正确')
    this.#at = end + 3
  }

  #cdata(here: Open): void {
    const end = this.#text.indexOf(']]>', this.#at)
    if (end < 0) throw new XmlRefused('CDATA 没有结束')
    here.children.push(this.#text.slice(this.#at + 9, end))
    this.#at = end + 3
  }

  #white(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1
    if (this.#text.charCodeAt(this.#at) === 0xfeff) this.#at += 1
    if (this.#at < this.#text.length && this.#text[this.#at] !== '<') throw new XmlRefused('不是 XML')
  }
}

function nextQuote(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text[at] === '"' || text[at] === "'") return at
  return -1
}

function unescaped(text: string): string {
  if (!text.includes('&')) {
    if (text.includes(']]>')) throw new XmlRefused('文字中出现 ]]>')
    return text
  }
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const own = Object.hasOwn(ownEntities, name) ? ownEntities[name] : character(name)
    if (own === undefined || !whole.endsWith(';')) throw new XmlRefused('不接受自定义实体')
    return own
  })
}

function character(name: string): string | undefined {
  const found = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name)
  if (!found) return undefined
  const code = found[1] ? Number.parseInt(found[1], 16) : Number(found[2])
  const isChar = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff)
  if (!isChar || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) return undefined
  return String.fromCodePoint(code)
}

const noNames: ReadonlyMap<string, string> = new Map()

function made(name: string, pairs: Map<string, string>, parent: Open | undefined): Open {
  let declared = noNames
  let scope = parent?.scope ?? new Map([['xml', xmlUri]])
  for (const [key, value] of pairs) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    if (declared === noNames) declared = new Map()
    const prefix = key === 'xmlns' ? '' : key.slice(6)
    if (prefix !== '' && (value === '' || !namePattern.test(prefix)))
      throw new XmlRefused('命名空间声明不正确')
    ;(declared as Map<string, string>).set(prefix, value)
  }
  if (declared.size > 0) scope = new Map([...scope, ...declared])
  const attributes: Attribute[] = []
  for (const [key, value] of pairs) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) attributes.push(attribute(key, value, scope))
  }
  return { name, ...resolved(name, scope, true), attributes, declared, children: [], parent, scope }
}

function attribute(name: string, value: string, scope: ReadonlyMap<string, string>): Attribute {
  return { name, value, ...resolved(name, scope, false) }
}

function resolved(name: string, scope: ReadonlyMap<string, string>, isElement: boolean) {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  const local = name.slice(colon + 1)
  if (!namePattern.test(local) || colon === 0) throw new XmlRefused('名称不正确')
  const uri = prefix === '' ? (isElement ? (scope.get('') ?? '') : '') : scope.get(prefix)
  if (uri === undefined) throw new XmlRefused(`命名空间前缀 ${prefix.slice(0, 60)} 没有声明`)
  return { local, uri }
}
