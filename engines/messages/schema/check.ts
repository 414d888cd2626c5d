import { isXmlText } from '../xml/write.ts'
import type { ReadyGroup, ReadyMember } from './compile.ts'
import type { FaultCode, FaultParams } from './fault.ts'
import type { Faults } from './faults.ts'
import type { CheckContext } from './kind.ts'
import { isBlank } from './read.ts'

/** Judges a value that is to be written, whatever its type promises, and tells every fault. */
export class ValueJudge {
  readonly #context: CheckContext
  readonly #faults: Faults
  /** Names and numbers from the root down; kept as parts, since a path is rarely shown. */
  readonly #way: (string | number)[]

  constructor(root: string, context: CheckContext, faults: Faults) {
    this.#way = [root]
    this.#context = context
    this.#faults = faults
  }

  group(of: ReadyGroup, value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#tell('message.not_a_group')
      return
    }
    const fields = value as Record<string, unknown>
    for (const one of of.attributes) this.#member(one, fields[one.name])
    for (const one of of.elements) this.#member(one, fields[one.name])
    for (const name in fields) {
      if (fields[name] !== undefined && !of.byName.has(name) && !of.attributes.some(one => one.name === name))
        this.#at(name, () => this.#tell('message.unknown_element'))
    }
  }

  #member(one: ReadyMember, value: unknown): void {
    this.#way.push(one.member.isAttribute ? `@${one.name}` : one.name)
    if (value === undefined) {
      if (one.isRequired || (one.isMany && one.member.min > 0)) this.#tell('message.missing')
    } else if (one.isMany) this.#list(one, value)
    else this.#held(one, value)
    this.#way.pop()
  }

  #list(one: ReadyMember, value: unknown): void {
    const { min, max } = one.member
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    const found = items.length
    if (!Array.isArray(value)) this.#tell('message.not_a_list')
    else if (found < min)
      this.#tell(found === 0 ? 'message.missing' : 'message.too_few', { found, expected: min })
    else if (found > max) this.#tell('message.too_many', { found, expected: max })
    if (found === 1) this.#held(one, items[0])
    else if (found <= max) for (let i = 0; i < found; i++) this.#at(i + 1, () => this.#held(one, items[i]))
  }

  #held({ group, kind }: ReadyMember, value: unknown): void {
    if (group) this.group(group, value)
    else if (typeof value !== 'string') this.#tell('message.not_text')
    else if (isBlank(value)) this.#tell('message.empty')
    else if (!isXmlText(value)) this.#tell('message.bad_character')
    else {
      const fault = kind!.check(value, this.#context)
      if (fault) this.#tell(fault.code, fault.params)
    }
  }

  #at(part: string | number, judge: () => void): void {
    this.#way.push(part)
    judge()
    this.#way.pop()
  }

  #tell(code: FaultCode, params: FaultParams = {}): void {
    this.#faults.add(code, () => pathOfWay(this.#way), params)
  }
}

function pathOfWay(way: readonly (string | number)[]): string {
  return way.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`
    return path === '' ? part : `${path}/${part}`
  }, '')
}
