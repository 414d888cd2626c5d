import type { Definition } from '../command/definition.ts'
import { commandRefusals } from '../command/refusals.ts'
import { DownloadAnswer } from '../command/transfer.ts'
import { validatorOf } from '../command/validate.ts'
import type { MigrationSource } from '../db/index.ts'
import type { Begun, Waiting, WorkingDays } from '../desk/waiting.ts'
import type { Subscriber } from '../event/subscriber.ts'
import type { Figure } from '../figure/index.ts'
import type { JobDefinition } from '../job/definition.ts'
import type { NoticeKind } from '../notice/notify.ts'
import type { PaperSource } from '../paper/source.ts'
import { RefusalCatalogue } from '../refusal/index.ts'
import type { Findable } from '../search/findable.ts'
import type { StateSource } from '../state/check.ts'
import type { Module, ServedRow } from './module.ts'

const callName = /^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*){2,3}$/

/** All modules of an installation, checked against each other. Throws at start, never later. */
export class Registry {
  readonly modules: readonly Module[]
  readonly refusals = new RefusalCatalogue()
  readonly #calls = new Map<string, Definition>()
  readonly #jobs = new Map<string, JobDefinition>()
  readonly #subscribers = new Map<string, Subscriber>()
  readonly #figures = new Map<string, Figure>()

  constructor(modules: readonly Module[]) {
    this.modules = modules
    this.refusals.add(commandRefusals)
    for (const module of modules) for (const part of module.refusals ?? []) this.refusals.add(part)
    for (const module of modules) {
      for (const call of module.calls ?? []) this.#addCall(module, call)
      for (const job of module.jobs ?? []) addOnce(this.#jobs, job.name, job, 'job')
      for (const subscriber of module.subscribers ?? [])
        addOnce(this.#subscribers, subscriber.name, subscriber, 'subscriber')
      for (const figure of module.figures ?? []) this.#addFigure(module, figure)
    }
    for (const served of this.serves())
      if (this.#calls.get(served.query)?.kind !== 'query')
        throw new Error(
          `Row ${served.row} of the letter is said to be served by ${served.query}, which is no query.`,
        )
    const kinds = new Map<string, Findable>()
    for (const each of this.finds()) addOnce(kinds, each.kind, each, 'kind of record')
    for (const { type, kind } of this.begins())
      if (!kinds.has(kind)) throw new Error(`${type} begins a ${kind}, which no module lets find.`)
    const waits = new Map<string, Waiting>()
    for (const each of this.waits()) addOnce(waits, each.kind, each, 'kind of waiting')
  }

  find(name: string): Definition | undefined {
    return this.#calls.get(name)
  }

  calls(): readonly Definition[] {
    return [...this.#calls.values()]
  }

  jobs(): readonly JobDefinition[] {
    return [...this.#jobs.values()]
  }

  subscribers(): readonly Subscriber[] {
    return [...this.#subscribers.values()]
  }

  serves(): readonly ServedRow[] {
    return this.modules.flatMap(module => module.serves ?? [])
  }

  states(): readonly StateSource[] {
    return this.modules.flatMap(module => module.states ?? [])
  }

  noticeKinds(): readonly NoticeKind[] {
    return this.modules.flatMap(module => module.notices ?? [])
  }

  figures(): readonly Figure[] {
    return [...this.#figures.values()]
  }

  finds(): readonly Findable[] {
    return this.modules.flatMap(module => module.finds ?? [])
  }

  waits(): readonly Waiting[] {
    return this.modules.flatMap(module => module.waits ?? [])
  }

  begins(): readonly Begun[] {
    return this.modules.flatMap(module => module.begins ?? [])
  }

  workingDays(): WorkingDays | undefined {
    return this.modules.find(module => module.workingDays)?.workingDays
  }

  papers(): readonly PaperSource[] {
    return this.modules.flatMap(module => module.papers ?? [])
  }

  migrations(): readonly MigrationSource[] {
    return this.modules.flatMap(({ name, migrations }) =>
      migrations ? [{ module: name, dir: migrations }] : [],
    )
  }

  #addFigure(module: Module, figure: Figure): void {
    if (!figure.key.startsWith(`${module.name}.`) || !callName.test(figure.key))
      throw new Error(
        `${figure.key}: a figure of the module ${module.name} is named ${module.name}.noun.what.`,
      )
    addOnce(this.#figures, figure.key, figure, 'figure')
  }

  #addCall(module: Module, call: Definition): void {
    if (!callName.test(call.name)) throw new Error(`${call.name}: a call is named module.noun.verb.`)
    if (!call.name.startsWith(`${module.name}.`))
      throw new Error(
        `${call.name} is registered by the module ${module.name}, whose name it does not begin with.`,
      )
    for (const code of call.refusals ?? [])
      if (!this.refusals.has(code)) throw new Error(`${call.name}: no module defines the refusal ${code}.`)
    checkTransfer(call)
    const { input } = call.example
    const uploads = call.kind === 'command' && call.upload
    if (typeof input !== 'function' && !uploads && !validatorOf(call).Check(input))
      throw new Error(`${call.name}: its example does not fit its own input.`)
    addOnce(this.#calls, call.name, call, 'call')
  }
}

function checkTransfer(call: Definition): void {
  const downloads = call.kind === 'query' && call.download === true
  if (downloads !== (call.output === DownloadAnswer))
    throw new Error(`${call.name}: a query with download answers DownloadAnswer, and only such a query does.`)
  if (call.kind === 'command' && call.upload && call.example.content === undefined)
    throw new Error(`${call.name}: its example has no content to upload.`)
}

function addOnce<T>(map: Map<string, T>, name: string, value: T, what: string): void {
  if (map.has(name)) throw new Error(`The ${what} ${name} is registered twice.`)
  map.set(name, value)
}
