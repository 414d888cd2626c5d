/** RFC 9457 problem details as the server renders them, in the reader's language. */
export interface Problem {
  readonly title: string
  readonly status: number
  readonly code: string
  readonly place?: string
  readonly remedy?: string
  /** What the texts were filled with. */
  readonly params?: Readonly<Record<string, unknown>>
}

/** The server said no, or could not be reached. The page shows `problem`, never a stack. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'Refused'
    this.problem = problem
  }
}

/** What a failed answer says; an answer that is no problem document still says its status. */
export function problemOf(status: number, body: unknown): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const text = (key: string) => (typeof said[key] === 'string' ? said[key] : undefined)
  return {
    title: text('title') ?? `HTTP ${status}`,
    status,
    code: text('code') ?? `http.${status}`,
    place: text('place'),
    remedy: text('remedy'),
    params: said.params as Problem['params'],
  }
}

/** No answer at all: the network is away, or the server stands still. Its texts stand in the page. */
export const unreachable: Problem = { title: '', status: 0, code: 'network.unreachable' }
