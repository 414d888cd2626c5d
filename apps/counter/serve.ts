import { join } from 'node:path'
import { FolderChannel } from './channel/folder.ts'
import { HttpChannel } from './channel/http.ts'
import { Counter } from './counter.ts'
import { run } from './run.ts'
import type { Scenario } from './scenario/scenario.ts'
import { CERTIFICATE, ownKey } from './signature/own-key.ts'
import { passing, standing } from './time-source.ts'

/** How a counter is started. Paths are absolute. */
export interface CounterSettings {
  /** Folder of its memory; `refused` inside it holds what could not be opened. */
  readonly state: string
  readonly folder?: { readonly in: string; readonly out: string }
  readonly http?: {
    readonly host: string
    readonly port: number
    readonly callback?: string
    readonly token?: string
  }
  readonly scenario: Scenario
  readonly faster: number
  /** Receipts are signed with a key of the counter's own, which lies in its memory with its certificate. */
  readonly sign?: boolean
  /** The instant at which a clock stands that goes from one happening to the next; absent: the real time. */
  readonly clock?: Date
  readonly once: boolean
}

export interface OpenCounter {
  /** The port listened on; undefined without HTTP. */
  readonly port: number | undefined
  /** The certificate that receipts are signed by; undefined: they are not signed. */
  readonly certificate: string | undefined
  /** Ends by the signal, or, `once`, when nothing is left to do. @returns what was counted */
  run(signal: AbortSignal): Promise<Record<string, number>>
}

/** Opens a counter on its memory, with its channels. @throws where another counter uses the same memory */
export async function openCounter(settings: CounterSettings): Promise<OpenCounter> {
  const { state, scenario, faster, once, clock, sign } = settings
  const key = sign ? ownKey(state) : undefined
  const counter = new Counter({ file: join(state, 'counter.sqlite'), scenario, faster, key })
  const time = clock ? standing(counter.resumeAt(clock)) : passing
  const folder = settings.folder && new FolderChannel({ ...settings.folder, refused: join(state, 'refused') })
  const http = settings.http && new HttpChannel({ counter, time, ...settings.http })
  const port = await http?.open()
  return {
    port,
    certificate: key && join(state, CERTIFICATE),
    async run(signal) {
      try {
        await run({ counter, folder, http, time, once, signal })
        await http?.close()
        return counter.tallies()
      } finally {
        counter.close()
      }
    },
  }
}
