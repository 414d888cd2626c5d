import type { XmlPlace } from '../xml/tree.ts'
import type { FaultCode, FaultParams, MessageFault } from './fault.ts'

/** Faults shown of one message; what is more is only counted. */
const SHOWN = 100

/** Collects the faults of one message, in the order in which they are found, within a bound. */
export class Faults {
  readonly #list: MessageFault[] = []
  #count = 0

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** `path` is asked for only where the fault is shown: it costs. */
  add(code: FaultCode, path: () => string, params: FaultParams = {}, place?: XmlPlace): void {
    if (++this.#count <= SHOWN) this.#list.push({ code, params, path: path(), ...(place && { place }) })
  }

  list(): MessageFault[] {
    const more = this.#count - SHOWN
    return more <= 0
      ? this.#list
      : [...this.#list, { code: 'message.more_faults', params: { more }, path: '' }]
  }
}
