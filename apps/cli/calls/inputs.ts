import { resolve } from 'node:path'
import type { Definition } from '@tongqu/kernel/command'
import type { Terminal } from '../verb.ts'

/** Words after a verb as the input of its call, or a sentence that says what does not fit. */
export interface CallInput {
  readonly input: Record<string, unknown>
  /** The file that an upload carries, as typed. */
  readonly file?: string
  /** Folder or file that the answer is written to. */
  readonly out?: string
}

interface Property {
  readonly type?: string
}

/**
 * `--field value` for each field of the input, `--json '{…}'` for the whole; words without a dash fill the
 * places in angle brackets of the verb's usage, in order.
 */
export function inputOf(
  definition: Definition,
  usage: string,
  { args, cwd, language }: Terminal,
): CallInput | string {
  const properties = (definition.input as { properties?: Record<string, Property> }).properties ?? {}
  const places = [...usage.matchAll(/<([\w-]+)>/g)].map(match => match[1]!)
  const input: Record<string, unknown> = {}
  const words: string[] = []
  let out: string | undefined
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name, inline] = splitOption(word)
    const value = inline ?? args[++at]
    if (value === undefined) return language === 'zh' ? `--${name} 后面缺少值` : `--${name} needs a value`
    if (name === 'lang') continue
    if (name === 'out') out = value
    else if (name === 'json') Object.assign(input, JSON.parse(value))
    else {
      const field = fieldName(name, properties)
      if (!field) {
        const known = Object.keys(properties)
          .map(each => `--${each}`)
          .join(' ')
        return language === 'zh' ? `没有 --${name};可用:${known}` : `There is no --${name}; known: ${known}`
      }
      input[field] = read(properties[field]!, value)
    }
  }
  if (words.length !== places.length) return `./tongqu ${usage}`
  let file: string | undefined
  for (const [n, place] of places.entries()) {
    if (place === 'file') file = words[n]!
    else if (place === 'dir') input.dir = resolve(cwd, words[n]!)
    else input[place] = read(properties[place] ?? {}, words[n]!)
  }
  return { input, ...(file !== undefined && { file }), ...(out !== undefined && { out }) }
}

function splitOption(word: string): [string, string | undefined] {
  const equals = word.indexOf('=')
  return equals < 0 ? [word.slice(2), undefined] : [word.slice(2, equals), word.slice(equals + 1)]
}

/** `--order-no` means `orderNo`. */
function fieldName(name: string, properties: Record<string, Property>): string | undefined {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return camel in properties ? camel : name in properties ? name : undefined
}

function read({ type }: Property, text: string): unknown {
  if (type === 'integer' || type === 'number') return Number.isFinite(Number(text)) ? Number(text) : text
  if (type === 'boolean') return text === 'true' || text === 'yes'
  if (type === 'object' || type === 'array') return JSON.parse(text)
  return text
}
