import { resolve } from 'node:path'
import type { Definition } from '@tongqu/kernel/command'
import type { Terminal } from '../verb.ts'
import { fieldsOf, type InputField, usageOf } from './fields.ts'

/** Words after a verb as the input of its call. */
export interface CallInput {
  readonly input: Record<string, unknown>
  /** The file that an upload carries, as typed. */
  readonly file?: string
  /** Folder or file that the answer is written to. */
  readonly out?: string
  /** Whether the answer is printed for machines. */
  readonly json: boolean
}

/** Words that do not fit, as a sentence for a person. */
class Unfit extends Error {}

/**
 * `--field value` for each field of the input, `--input '{…}'` for the whole, `--json` for an answer as JSON,
 * `--out` for where it is written; words without a dash fill the places in angle brackets of the verb's usage.
 * @returns a sentence in the reader's language when they do not fit
 */
export function inputOf(definition: Definition, usage: string, terminal: Terminal): CallInput | string {
  try {
    return new Words(definition, usage, terminal).read()
  } catch (error) {
    if (error instanceof Unfit) return error.message
    throw error
  }
}

class Words {
  readonly #fields: ReadonlyMap<string, InputField>
  readonly #usage: string
  readonly #terminal: Terminal
  readonly #input: Record<string, unknown> = {}
  #json = false
  #out: string | undefined

  constructor(definition: Definition, usage: string, terminal: Terminal) {
    this.#fields = new Map(fieldsOf(definition).map(field => [field.name, field]))
    this.#usage = usage
    this.#terminal = terminal
  }

  read(): CallInput {
    const words: string[] = []
    const rest = [...this.#terminal.args]
    for (let word = rest.shift(); word !== undefined; word = rest.shift())
      if (word.startsWith('--')) this.#option(word, rest)
      else words.push(word)
    const file = this.#places(words)
    const out = this.#out
    return {
      input: this.#input,
      json: this.#json,
      ...(file !== undefined && { file }),
      ...(out !== undefined && { out }),
    }
  }

  #option(word: string, rest: string[]): void {
    if (word === '--json') {
      this.#json = true
      return
    }
    const equals = word.indexOf('=')
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals)
    const field = this.#fields.get(camel(name)) ?? this.#fields.get(name)
    if (!field && name !== 'out' && name !== 'input') throw new Unfit(this.#unknown(name))
    const value = equals < 0 ? rest.shift() : word.slice(equals + 1)
    if (value === undefined) throw new Unfit(this.#say(`--${name} 后面缺少值`, `--${name} needs a value`))
    if (field) this.#input[field.name] = this.#value(field, value)
    else if (name === 'out') this.#out = value
    else Object.assign(this.#input, this.#parsed(value, '--input'))
  }

  /** Fills the usage's places in order. @returns the file that is named, if one is */
  #places(words: readonly string[]): string | undefined {
    const places = [...this.#usage.matchAll(/<([\w-]+)>/g)].map(match => match[1]!)
    if (words.length !== places.length) throw new Unfit(`./tongqu ${this.#usage}`)
    let file: string | undefined
    for (const [n, place] of places.entries()) {
      const word = words[n]!
      const field = this.#fields.get(place)
      if (place === 'file') file = word
      else if (place === 'dir') this.#input.dir = resolve(this.#terminal.cwd, word)
      else this.#input[place] = field ? this.#value(field, word) : word
    }
    return file
  }

  /** A word as its field has it; what does not fit stays text, and the call itself says what is wrong. */
  #value({ name, type }: InputField, text: string): unknown {
    if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    if (type === 'boolean') return text === 'true' || text === 'yes' ? true : isNo(text) ? false : text
    return type === 'object' || type === 'array' ? this.#parsed(text, `--${name}`) : text
  }

  #parsed(text: string, option: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      throw new Unfit(this.#say(`${option} 应为 JSON:${text}`, `${option} takes JSON: ${text}`))
    }
  }

  #unknown(name: string): string {
    const known = usageOf([...this.#fields.values()])
    return this.#say(`没有 --${name} 这个选项;可用:${known}`, `There is no option --${name}; known: ${known}`)
  }

  #say(zh: string, en: string): string {
    return this.#terminal.language === 'zh' ? zh : en
  }
}

const isNo = (text: string): boolean => text === 'false' || text === 'no'

/** `--order-no` means `orderNo`. */
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
