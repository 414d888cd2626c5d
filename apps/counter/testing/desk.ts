import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Counter } from '../counter.ts'
import { openEnvelope } from '../message/envelope.ts'
import { readScenario } from '../scenario/read.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { childOf, type Element, elementsOf, textOf } from '../xml/element.ts'
import { readXml } from '../xml/read.ts'
import { envelopeOf, messageOf } from './messages.ts'

/** 10:05 in China on the day of the samples. */
export const NOW = Date.parse('2026-11-23T02:05:00Z')

/** A receipt as the firm reads it. */
export interface Receipt {
  readonly type: string
  readonly status: string
  readonly info: string
  readonly values: Readonly<Record<string, string>>
}

/** A scenario that asks for no signature, so that a test shows one thing. */
export function unsigned(name = 'calm', change: Partial<Scenario> = {}, shares: string[] = []): Scenario {
  return { ...readScenario(name, '.', { seed: 'test', shares }), signature: 'ignored', ...change }
}

/** A counter in a test: what is sent to it, and what it answers until nothing more happens. */
export class TestDesk {
  counter: Counter
  now = NOW
  readonly file: string
  readonly #scenario: Scenario
  #serial = 0

  readonly #faster: number

  constructor(folder: string, scenario: Scenario, faster = 1) {
    this.#faster = faster
    this.file = join(mkdtempSync(join(folder, 'counter-')), 'counter.sqlite')
    this.#scenario = scenario
    this.counter = new Counter({ file: this.file, scenario, faster })
  }

  /** Sends records of one kind in one message. */
  send(kind: string, ...records: string[]): string | undefined {
    const receiver =
      /^CEB([35]0|40|60|70)/.test(kind) && !/^CEB(71)/.test(kind) ? 'DXPEDCCEB0000003' : undefined
    return this.post(
      envelopeOf(`M${++this.#serial}`, `${kind}Message`, messageOf(kind, records.join('')), receiver),
    )
  }

  post(bytes: Uint8Array): string | undefined {
    return this.counter.take([{ name: String(++this.#serial), channel: 'folder', bytes }], this.now)[0]
  }

  /** Everything that leaves until nothing is left to happen, or until an instant; the clock goes along. */
  answers(until = Number.POSITIVE_INFINITY): Receipt[] {
    return this.envelopes(until).map(receiptOf)
  }

  envelopes(until = Number.POSITIVE_INFINITY): string[] {
    const left: string[] = []
    for (let next = this.counter.next(); next !== undefined && next <= until; next = this.counter.next()) {
      this.now = Math.max(this.now, next)
      this.counter.deliver(this.now, 1000, outgoing => left.push(...outgoing.map(({ envelope }) => envelope)))
    }
    return left
  }

  /** Ends it without a word, as a kill does, and starts another on the same file. */
  restart(): void {
    this.counter.close()
    this.counter = new Counter({ file: this.file, scenario: this.#scenario, faster: this.#faster })
  }
}

export function receiptOf(envelope: string): Receipt {
  const { data, type } = openEnvelope(Buffer.from(envelope))
  const root = readXml(data)
  const values = valuesOf(elementsOf(root)[0]!)
  return { type, status: values.returnStatus ?? '', info: values.returnInfo ?? '', values }
}

function valuesOf(element: Element): Record<string, string> {
  return Object.fromEntries(elementsOf(element).map(one => [one.local, textOf(childOf(element, one.local))]))
}

/** The statuses of one kind of receipt, in the order they came. */
export const statuses = (receipts: readonly Receipt[], type: string) =>
  receipts.filter(one => one.type === `${type}Message`).map(({ status }) => status)
