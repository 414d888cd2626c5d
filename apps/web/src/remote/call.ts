import { languageNow } from '../text/remembered.ts'
import { isNested, pathOf, queryOf } from './address.ts'
import type { Commands, Downloads, Queries } from './calls/index.ts'
import { problemOf, Refused, unreachable } from './problem.ts'

/** Reads. An input with parts is posted, any other travels in the address. */
export function ask<N extends keyof Queries>(
  name: N,
  input: Queries[N]['input'],
  signal?: AbortSignal,
): Promise<Queries[N]['answer']> {
  if (isNested(input)) return send(pathOf(name), { ...asJson(input), signal }) as never
  return send(pathOf(name) + queryOf(input), { signal }) as never
}

/** Changes something. `key` makes a repeated sending of one intent count once. */
export function command<N extends keyof Commands>(
  name: N,
  input: Commands[N]['input'],
  key: string = crypto.randomUUID(),
): Promise<Commands[N]['answer']> {
  const { headers, ...rest } = asJson(input)
  return send(pathOf(name), { ...rest, headers: { ...headers, 'Idempotency-Key': key } }) as never
}

/** The address of a file that a query answers; a plain link downloads it. */
export function downloadAddress<N extends keyof Downloads>(name: N, input: Downloads[N]['input']): string {
  return pathOf(name) + queryOf(input)
}

function asJson(input: object) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' } as Record<string, string>,
    body: JSON.stringify(input),
  }
}

async function send(address: string, options: RequestInit): Promise<unknown> {
  const headers = { 'Accept-Language': languageNow(), Accept: 'application/json', ...options.headers }
  const answer = await fetch(address, { ...options, headers }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(unreachable)
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw new Refused(problemOf(answer.status, body))
  return body
}
