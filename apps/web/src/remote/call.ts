import { languageNow } from '../text/remembered.ts'
import { isNested, pathOf, queryOf } from './address.ts'
import type { Who } from './answers.ts'
import type { Commands, Downloads, Queries } from './calls/index.ts'
import { knownWho } from './known.ts'
import { holdWho, mend } from './mend.ts'
import { type Problem, problemOf, Refused, unreachable } from './problem.ts'
import { asOwnChange } from './trouble.ts'

/**
 * Reads. An input with parts is posted, any other travels in the address. Where the server is away, the session has
 * ended or another window has changed it, this waits until that is settled.
 */
export function ask<N extends keyof Queries>(
  name: N,
  input: Queries[N]['input'],
  signal?: AbortSignal,
): Promise<Queries[N]['answer']> {
  const read = () =>
    isNested(input)
      ? send(name, pathOf(name), { ...asJson(input), signal })
      : send(name, pathOf(name) + queryOf(input), { signal })
  return (name === WHO ? holdWho(read as () => Promise<Who>) : read()) as never
}

/**
 * Changes something, waiting as `ask` does. `key` makes a repeated sending of one intent count once: also of one that
 * is sent again because no answer came.
 */
export function command<N extends keyof Commands>(
  name: N,
  input: Commands[N]['input'],
  key: string = crypto.randomUUID(),
): Promise<Commands[N]['answer']> {
  const change = () => send(name, pathOf(name), asJson(input), key)
  return (name.startsWith('kernel.session.') ? asOwnChange(change) : change()) as never
}

/** The address of a file that a query answers; a plain link downloads it. */
export function downloadAddress<N extends keyof Downloads>(name: N, input: Downloads[N]['input']): string {
  return pathOf(name) + queryOf(input)
}

const WHO = 'kernel.session.who'

function asJson(input: object) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' } as Record<string, string>,
    body: JSON.stringify(input),
  }
}

async function send(name: string, address: string, options: RequestInit, key?: string): Promise<unknown> {
  let intent = key
  for (;;) {
    const answer = await once(address, { ...options, headers: headersOf(name, options, intent) })
    if (!answer.problem) return answer.body
    const mended = await mend(name, answer.problem, readWho, options.signal)
    if (mended === 'no') throw new Refused(answer.problem)
    if (mended === 'anew' && intent) intent = crypto.randomUUID()
  }
}

function headersOf(name: string, { headers }: RequestInit, key: string | undefined): Record<string, string> {
  const who = name.startsWith('kernel.session.') ? undefined : knownWho()
  return {
    'Accept-Language': languageNow(),
    Accept: 'application/json',
    ...(headers as Record<string, string> | undefined),
    // The server refuses what was meant for another party than the session acts for by now.
    ...(who && { 'Acting-For': `${who.account.id} ${who.party.id}` }),
    ...(key && { 'Idempotency-Key': key }),
  }
}

/** Who sits here by the server's word of now, past what the page believes. */
export const readWho = () => send(WHO, pathOf(WHO), {}) as Promise<Who>

async function once(address: string, options: RequestInit): Promise<{ body?: unknown; problem?: Problem }> {
  try {
    const answer = await fetch(address, options)
    const body: unknown = await answer.json().catch(() => undefined)
    return answer.ok ? { body } : { problem: problemOf(answer.status, body) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    return { problem: unreachable }
  }
}
