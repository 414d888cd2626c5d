import { attributeOf, type Element, elementsOf, textOf } from '../xml/element.ts'
import { type Field, fields } from './field.ts'
import { formFault } from './form-fault.ts'
import type { Entry, Kind, Values } from './kind.ts'

export const cebUri = 'http://www.chinaport.gov.cn/ceb'
const signatureUri = 'http://www.w3.org/2000/09/xmldsig#'
/** Records in one message, and lines in one record. */
const MOST_RECORDS = 100
const MOST_LINES = 999
/** Faults told of one message. */
const MOST_FAULTS = 20

/** A message whose form was judged. */
export interface Checked {
  readonly guid: string
  readonly records: readonly Entry[]
  /** `OrderHead.orderNo 缺少必填项`; empty for a message that is in order. */
  readonly faults: readonly string[]
}

const transfer = fields('copCode!C18 copName!C100 dxpMode!{DXP} dxpId!C30 note?C1000')

/** Judges a message by its field table: elements there are, their order, what must be there, lengths and forms. */
export function checkMessage(root: Element, kind: Kind): Checked {
  const check = new Check()
  const guid = attributeOf(root, 'guid') ?? ''
  if (root.uri !== cebUri) check.fault(root.local, `命名空间应为 ${cebUri}`)
  if (!/^[0-9A-Z-]{36}$/.test(guid)) check.fault(`${root.local}@guid`, '应为 36 位，字母大写')
  if (attributeOf(root, 'version') !== '1.0') check.fault(`${root.local}@version`, '应为 1.0')
  return { guid, records: check.records(root, kind), faults: check.faults }
}

/** Where an element may stand under the root: those before it are done. */
const besides = ['BaseTransfer', 'BaseSubscribe', 'ExtendMessage', 'Signature']

class Check {
  readonly faults: string[] = []

  fault(path: string, what: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(`${path} ${what}`)
  }

  records(root: Element, kind: Kind): Entry[] {
    const records: Entry[] = []
    let reached = -1
    let transfers = 0
    for (const child of elementsOf(root)) {
      const place = besides.indexOf(child.local)
      if (place < reached || (place < 0 && child.local !== kind.record)) {
        this.fault(child.local, place < reached ? '次序不对' : '不应出现')
        continue
      }
      reached = place
      if (child.uri !== (place === 3 ? signatureUri : cebUri)) this.fault(child.local, '命名空间不对')
      else if (place < 0 && records.length < MOST_RECORDS) records.push(this.record(child, kind))
      else if (place < 0) this.fault(kind.record, `超过 ${MOST_RECORDS} 条`)
      else if (place === 0) this.values(child, transfer, 'BaseTransfer', ++transfers > 1)
    }
    if (records.length === 0) this.fault(kind.record, '缺少必填项')
    if (transfers !== 1) this.fault('BaseTransfer', transfers === 0 ? '缺少必填项' : '只能出现一次')
    return records
  }

  record(element: Element, kind: Kind): Entry {
    const { head, list } = kind
    if (head === undefined) return { head: this.values(element, kind.headFields, kind.record), lines: [] }
    const [first, ...rest] = elementsOf(element)
    if (first?.local !== head || first.uri !== cebUri) {
      this.fault(head, '缺少必填项')
      return { head: {}, lines: [] }
    }
    const values = this.values(first, kind.headFields, head)
    const lines: Values[] = []
    for (const line of rest) {
      if (line.local !== list?.name || line.uri !== cebUri)
        this.fault(`${kind.record}.${line.local}`, '不应出现')
      else if (lines.length >= MOST_LINES) this.fault(list.name, `超过 ${MOST_LINES} 条`)
      else lines.push(this.line(line, list.fields, list.name, lines.length + 1))
    }
    if (list?.isNeeded && lines.length === 0) this.fault(list.name, '缺少必填项')
    return { head: values, lines }
  }

  line(element: Element, table: readonly Field[], name: string, number: number): Values {
    const path = `${name}(${number})`
    const values = this.values(element, table, path)
    // From 1 without a gap: order and list are matched by it.
    if (values.gnum !== undefined && values.gnum !== String(number))
      this.fault(`${path}.gnum`, `应为 ${number}`)
    return values
  }

  /** The values of a group of leaves, in the table's order. */
  values(element: Element, table: readonly Field[], path: string, isSeen = false): Values {
    const values: Record<string, string> = {}
    let at = 0
    if (isSeen) return values
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') this.fault(path, '元素之间有多余文字')
        continue
      }
      let found = at
      while (found < table.length && table[found]!.name !== child.local) found++
      if (found === table.length || child.uri !== element.uri) {
        this.fault(
          `${path}.${child.local}`,
          table.some(one => one.name === child.local) ? '次序不对或重复' : '不应出现',
        )
        continue
      }
      for (; at < found; at++) this.missing(table[at]!, path)
      at = found + 1
      const text = this.leaf(child, table[found]!, path)
      if (text !== '') values[child.local] = text
    }
    for (; at < table.length; at++) this.missing(table[at]!, path)
    return values
  }

  missing(field: Field, path: string): void {
    if (field.isRequired) this.fault(`${path}.${field.name}`, '缺少必填项')
  }

  leaf(element: Element, field: Field, path: string): string {
    const at = `${path}.${field.name}`
    if (element.children.some(child => typeof child !== 'string') || element.attributes.length > 0) {
      this.fault(at, '应为文字')
      return ''
    }
    const text = textOf(element)
    if (text.trim() === '') {
      if (field.isRequired) this.fault(at, '必填项为空')
      return ''
    }
    const fault = formFault(field.form, text)
    if (fault) this.fault(at, fault)
    return text
  }
}
