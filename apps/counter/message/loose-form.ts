import { type Element, elementsOf, textOf } from '../xml/element.ts'
import type { Field } from './field.ts'
import { formFault } from './form-fault.ts'
import type { Values } from './kind.ts'

/**
 * Reads a group of leaves whose table names the elements and not their order: what is there must be of the table, what
 * must be there must, and forms are judged where the table states one. Groups inside it are passed over.
 */
export function looseValues(
  element: Element,
  table: ReadonlyMap<string, Field>,
  path: string,
  faults: string[],
): Values {
  const values: Record<string, string> = {}
  for (const child of elementsOf(element)) {
    const field = table.get(child.local)
    if (!field) faults.push(`${path}.${child.local} 不应出现`)
    else if (elementsOf(child).length === 0) keep(values, field, textOf(child).trim(), path, faults)
  }
  for (const { name, isRequired } of table.values()) {
    if (isRequired && values[name] === undefined) faults.push(`${path}.${name} 缺少必填项`)
  }
  return values
}

function keep(
  values: Record<string, string>,
  { name, form }: Field,
  text: string,
  path: string,
  faults: string[],
): void {
  if (text === '') return
  if (values[name] !== undefined) faults.push(`${path}.${name} 只能出现一次`)
  const fault = formFault(form, text)
  if (fault) faults.push(`${path}.${name} ${fault}`)
  values[name] = text
}

export const byName = (table: readonly Field[]) => new Map(table.map(field => [field.name, field]))
