import type { XmlElement, XmlNode } from '../../xml/tree.ts'

/** A document made wrong in its shape, with the codes one of which it must be refused by. */
export interface Disturbance {
  readonly name: string
  readonly codes: readonly string[]
  readonly root: XmlElement
}

/** How the content of an element is read. */
export type Shape = (element: XmlElement) => 'ordered' | 'any order' | 'text' | 'texts'

/** Every single disturbance of the elements of a document, one after the other; what may be many may stand twice. */
export function* disturbances(element: XmlElement, shape: Shape): Generator<Disturbance> {
  const { children } = element
  const put = (changed: readonly XmlNode[]): XmlElement => ({ ...element, children: changed })
  for (const [i, child] of children.entries()) {
    if (child.kind !== 'element') continue
    const next = children[i + 1]
    for (const one of ofChild(child)) yield { ...one, root: put(children.with(i, one.root)) }
    if (shape(child) === 'text')
      yield {
        name: `${child.local} twice`,
        codes: ['message.repeated', 'message.too_many'],
        root: put(children.toSpliced(i, 0, child)),
      }
    if (next?.kind === 'element' && next.local !== child.local && shape(element) === 'ordered')
      yield {
        name: `${child.local} after ${next.local}`,
        codes: ['message.wrong_order', 'message.repeated'],
        root: put(children.toSpliced(i, 2, next, child)),
      }
    if (shape(child) === 'ordered' || shape(child) === 'any order')
      for (const one of disturbances(child, shape)) yield { ...one, root: put(children.with(i, one.root)) }
  }
}

function* ofChild(child: XmlElement): Generator<Disturbance> {
  yield {
    name: `${child.local} in another namespace`,
    codes: ['message.wrong_namespace', 'message.unknown_element'],
    root: { ...child, prefix: '', name: child.local, namespace: 'urn:other', attributes: [other] },
  }
  yield {
    name: `${child.local} with an attribute`,
    codes: ['message.unknown_attribute'],
    root: { ...child, attributes: [...child.attributes, stranger] },
  }
}

const other = { name: 'xmlns', prefix: '', local: 'xmlns', namespace: '', value: 'urn:other' }
const stranger = { name: 'stranger', prefix: '', local: 'stranger', namespace: '', value: '1' }
