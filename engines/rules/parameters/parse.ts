import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type {
  Parameter,
  ParameterFile,
  ParameterProblem,
  ParameterTitle,
  ParameterValue,
  ParameterVersion,
  Strength,
} from './types.ts'

const ID = /^[a-z0-9_]+(\.[a-z0-9_]+)+$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const STRENGTHS = new Set(['official', 'secondary', 'weak', 'assumed'])
const PARAMETER_KEYS = new Set(['id', 'title', 'unit', 'values'])
const TITLE_KEYS = new Set(['zh', 'en'])
const VERSION_KEYS = new Set(['from', 'to', 'value', 'source', 'strength', 'note'])

/**
 * Reads one file of dated parameters.
 *
 * The text is YAML with one key `parameters`: a list of `{ id, title?: { zh, en }, unit?, values: [{ from, to?, value, source,
 * strength, note? }] }`. Every scalar is kept as text. What is wrong comes back in `problems` with file, id and
 * line; a parameter with a problem is left out of `parameters`, so a file with problems should not be applied.
 */
export function parseParameters(text: string, file: string): ParameterFile {
  return new Reader(text, file).read()
}

class Reader {
  readonly #lines = new LineCounter()
  readonly #problems: ParameterProblem[] = []
  readonly #text: string
  readonly #file: string

  constructor(text: string, file: string) {
    this.#text = text
    this.#file = file
  }

  read(): ParameterFile {
    const document = parseDocument(this.#text, { schema: 'failsafe', lineCounter: this.#lines })
    for (const error of document.errors) {
      const line = this.#lines.linePos(error.pos[0]).line
      this.#problems.push({
        code: 'parameter.not_yaml',
        params: { message: error.code },
        place: { file: this.#file, line },
      })
    }
    const parameters = document.errors.length > 0 ? [] : this.#root(document.contents)
    return { parameters, problems: this.#problems }
  }

  #root(root: Node | null): Parameter[] {
    if (!isMap(root)) return this.#refuse('parameter.not_a_list', root, { key: 'parameters' }) ?? []
    this.#unknownKeys(root, new Set(['parameters']), {})
    const list = root.get('parameters', true)
    if (!isSeq(list)) return this.#refuse('parameter.not_a_list', root, { key: 'parameters' }) ?? []
    const seen = new Set<string>()
    const parameters: Parameter[] = []
    for (const item of list.items) {
      const before = this.#problems.length
      const parameter = this.#parameter(item as Node)
      if (parameter === undefined || this.#problems.length > before) continue
      if (seen.has(parameter.id)) this.#refuse('parameter.twice', item as Node, { id: parameter.id })
      else parameters.push(parameter)
      seen.add(parameter.id)
    }
    return parameters
  }

  #parameter(node: Node): Parameter | undefined {
    if (!isMap(node)) return this.#refuse('parameter.not_a_map', node, {})
    const id = scalar(node, 'id')
    if (id === undefined || !ID.test(id)) return this.#refuse('parameter.bad_id', node, { id: id ?? '' })
    this.#unknownKeys(node, PARAMETER_KEYS, { id })
    const title = this.#title(id, node)
    const unit = scalar(node, 'unit')
    const values = node.get('values', true)
    if (!isSeq(values) || values.items.length === 0) {
      return this.#refuse('parameter.no_values', node, { id, key: 'values' })
    }
    const versions: ParameterVersion[] = []
    for (const item of values.items) {
      const version = this.#version(id, item as Node)
      if (version !== undefined) versions.push(version)
    }
    versions.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    this.#overlaps(id, versions, values)
    return { id, ...(title && { title }), ...(unit !== undefined && { unit }), versions }
  }

  /** Both languages or none. */
  #title(id: string, node: YAMLMap): ParameterTitle | undefined {
    if (!node.has('title')) return undefined
    const title: unknown = node.get('title', true)
    if (!isMap(title)) return this.#refuse('parameter.bad_title', node, { id, key: 'title' })
    const zh = scalar(title, 'zh')?.trim()
    const en = scalar(title, 'en')?.trim()
    if (!zh || !en) return this.#refuse('parameter.bad_title', title, { id, key: 'title' })
    this.#unknownKeys(title, TITLE_KEYS, { id })
    return Object.freeze({ zh, en })
  }

  #version(id: string, node: Node): ParameterVersion | undefined {
    if (!isMap(node)) return this.#refuse('parameter.not_a_map', node, { id, key: 'values' })
    this.#unknownKeys(node, VERSION_KEYS, { id })
    const from = this.#day(id, node, 'from', true)
    const to = this.#day(id, node, 'to', false)
    const source = scalar(node, 'source')
    const strength = scalar(node, 'strength')
    const note = scalar(node, 'note')
    const value = node.has('value') ? plain(node.get('value', true) as Node | null) : undefined
    if (source === undefined || source.trim() === '')
      this.#refuse('parameter.no_source', node, { id, key: 'source' })
    if (strength === undefined || !STRENGTHS.has(strength)) {
      this.#refuse('parameter.bad_strength', node, { id, key: 'strength', value: strength ?? '' })
    }
    if (value === undefined || value === '') this.#refuse('parameter.no_value', node, { id, key: 'value' })
    if (from !== undefined && to !== undefined && to < from) {
      this.#refuse('parameter.ends_before_it_begins', node, { id, key: 'to', value: to })
    }
    if (from === undefined || source === undefined || strength === undefined || value === undefined)
      return undefined
    return freeze({
      from,
      ...(to === undefined ? {} : { to }),
      value,
      source,
      strength: strength as Strength,
      ...(note === undefined ? {} : { note }),
    })
  }

  #day(id: string, node: YAMLMap, key: string, needed: boolean): string | undefined {
    const text = scalar(node, key)
    if (text === undefined && !needed) return undefined
    if (text !== undefined && DAY.test(text) && isDay(text)) return text
    return this.#refuse('parameter.bad_day', node, { id, key, value: text ?? '' })
  }

  #overlaps(id: string, versions: readonly ParameterVersion[], node: Node): void {
    for (let i = 1; i < versions.length; i++) {
      const before = versions[i - 1]!
      const next = versions[i]!
      if (next.from === before.from || (before.to !== undefined && before.to >= next.from)) {
        this.#refuse('parameter.overlap', node, { id, from: next.from, before: before.from })
      }
    }
  }

  #unknownKeys(node: YAMLMap, known: ReadonlySet<string>, at: { id?: string }): void {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      if (!known.has(key))
        this.#refuse('parameter.unknown_key', (pair.key as Node | null) ?? node, { ...at, key })
    }
  }

  /** Records the problem and gives undefined, so that a caller can return it. */
  #refuse(code: string, node: Node | null, params: Record<string, string>): undefined {
    const offset = node?.range?.[0]
    const line = offset === undefined ? undefined : this.#lines.linePos(offset).line
    const { id, key } = params
    this.#problems.push({
      code,
      params,
      place: {
        file: this.#file,
        ...(id ? { id } : {}),
        ...(key ? { key } : {}),
        ...(line === undefined ? {} : { line }),
      },
    })
    return undefined
  }
}

function scalar(node: YAMLMap, key: string): string | undefined {
  const value = node.get(key, true)
  return isScalar(value) ? String(value.value) : undefined
}

function plain(node: Node | null): ParameterValue | undefined {
  if (isScalar(node)) return String(node.value)
  if (isSeq(node)) return node.items.map(item => plain(item as Node) ?? '')
  if (isMap(node)) {
    const map: Record<string, ParameterValue> = {}
    for (const pair of node.items)
      map[String((pair.key as { value: unknown }).value)] = plain(pair.value as Node) ?? ''
    return map
  }
  return undefined
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freeze(inner)
    Object.freeze(value)
  }
  return value
}
