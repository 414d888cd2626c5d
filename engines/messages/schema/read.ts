import { innerMarkup } from '../xml/markup.ts'
import { pathOf, textOf, type XmlAttribute, type XmlElement } from '../xml/tree.ts'
import type { ReadyGroup, ReadyMember } from './compile.ts'
import { type FaultCode, type FaultParams, shown } from './fault.ts'
import type { Faults } from './faults.ts'
import type { CheckContext } from './kind.ts'
import type { Beside } from './message.ts'

type Found = Record<string, unknown>

/** A text of white space alone says nothing. */
export const isBlank = (text: string): boolean =>
  text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '')

const XMLNS = 'http://www.w3.org/2000/xmlns/'
/** Hints for a validating reader; they say nothing about the message and are passed over. */
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/** Reads the elements under one element into a value and tells every fault on the way. */
export class TreeValues {
  readonly #namespace: string
  readonly #besides: readonly Beside[]
  readonly #context: CheckContext
  readonly #faults: Faults

  constructor(namespace: string, besides: readonly Beside[], context: CheckContext, faults: Faults) {
    this.#namespace = namespace
    this.#besides = besides
    this.#context = context
    this.#faults = faults
  }

  group(of: ReadyGroup, element: XmlElement): Found {
    const value: Found = {}
    this.#attributes(of, element, value)
    let last = -1
    for (const child of element.children) {
      if (child.kind === 'text') {
        if (child.text.trim() !== '')
          this.#tell('message.stray_text', element, '', { found: shown(child.text.trim()) })
      } else if (child.kind === 'element') last = this.#child(of, child, value, last)
    }
    for (const one of of.elements) this.#counted(one, element, value)
    return value
  }

  #child(of: ReadyGroup, child: XmlElement, value: Found, last: number): number {
    const member = of.byName.get(child.local)
    if (child.namespace !== this.#namespace || !member) {
      this.#stranger(of, child, member)
      return last
    }
    const { index, name, isMany } = member
    if (index === last && !isMany) this.#tell('message.repeated', child)
    else if (index < last || (of.isAnyOrder && !isMany && value[name] !== undefined)) {
      if (!isMany && value[name] !== undefined) this.#tell('message.repeated', child)
      else if (!of.isAnyOrder)
        this.#tell('message.wrong_order', child, '', { after: of.elements[last]!.name })
    }
    this.#keep(member, child, value)
    return Math.max(index, last)
  }

  #keep(member: ReadyMember, child: XmlElement, value: Found): void {
    const { name, isMany, group } = member
    const found = group ? this.group(group, child) : this.#text(member, child)
    if (found === undefined) return
    if (!isMany) value[name] ??= found
    else {
      const list = value[name] as unknown[] | undefined
      if (list) list.push(found)
      else value[name] = [found]
    }
  }

  /** A text as it stands; undefined for an empty optional one. */
  #text(member: ReadyMember, element: XmlElement): string | undefined {
    if (element.attributes.length > 0) this.#refuseAttributes(element, [])
    const text = member.kind!.isMarkup ? innerMarkup(element) : this.#plain(element)
    if (isBlank(text)) {
      if (member.member.presence === 'optional') return undefined
      this.#tell('message.empty', element)
      return text
    }
    const fault = member.kind!.check(text, this.#context)
    if (fault) this.#tell(fault.code, element, '', fault.params)
    return text
  }

  #plain(element: XmlElement): string {
    const { children } = element
    if (children.length !== 1 || children[0]!.kind !== 'text') {
      if (children.some(one => one.kind === 'element')) this.#tell('message.not_text', element)
    }
    return textOf(element)
  }

  #counted({ name, isMany, isRequired, member }: ReadyMember, element: XmlElement, value: Found): void {
    if (isMany) {
      value[name] ??= []
      const found = (value[name] as unknown[]).length
      if (found < member.min)
        this.#tell(found === 0 ? 'message.missing' : 'message.too_few', element, name, {
          found,
          expected: member.min,
        })
      if (found > member.max) this.#tell('message.too_many', element, name, { found, expected: member.max })
    } else if (isRequired && value[name] === undefined) this.#tell('message.missing', element, name)
  }

  #attributes(of: ReadyGroup, element: XmlElement, value: Found): void {
    if (element.attributes.length > 0) this.#refuseAttributes(element, of.attributes)
    for (const { name, isRequired, kind } of of.attributes) {
      const found = element.attributes.find(one => one.name === name)
      if (!found || isBlank(found.value)) {
        if (isRequired) this.#tell(found ? 'message.empty' : 'message.missing', element, `@${name}`)
        continue
      }
      value[name] = found.value
      const fault = kind!.check(found.value, this.#context)
      if (fault) this.#tell(fault.code, element, `@${name}`, fault.params)
    }
  }

  #refuseAttributes(element: XmlElement, known: readonly ReadyMember[]): void {
    const isPassed = (one: XmlAttribute) =>
      one.namespace === XMLNS || one.namespace === XSI || one.name === 'xmlns'
    for (const one of element.attributes) {
      if (isPassed(one) || known.some(({ name }) => name === one.name)) continue
      this.#tell('message.unknown_attribute', element, `@${one.name}`)
    }
  }

  #stranger(of: ReadyGroup, child: XmlElement, member: ReadyMember | undefined): void {
    const isRoot = child.parent?.parent === undefined
    const isBeside = ({ namespace, local }: Beside) => namespace === child.namespace && local === child.local
    if (isRoot && this.#besides.some(isBeside)) return
    if (member) {
      const params = { found: shown(child.namespace), expected: this.#namespace }
      this.#tell('message.wrong_namespace', child, '', params)
    } else if (!of.ignoresUnknown) this.#tell('message.unknown_element', child)
  }

  #tell(code: FaultCode, element: XmlElement, name = '', params: FaultParams = {}): void {
    this.#faults.add(
      code,
      () => (name === '' ? pathOf(element) : `${pathOf(element)}/${name}`),
      params,
      element.place,
    )
  }
}
