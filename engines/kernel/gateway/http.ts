import { type Gateway, NotSent } from './port.ts'

/** How long the other side may take to answer, milliseconds. */
const PATIENCE = 30_000
/** Faults before a byte was sent: nothing can have arrived. */
const NOT_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * An address that takes each message as the body of a POST. Any answer of 2xx says that it was taken; 4xx that it was
 * not. What else happens leaves it open. The other side delivers to us by a call of our own.
 */
export function httpGateway(url: string): Gateway {
  return {
    name: url,
    async send(name, content) {
      const answer = await post(url, name, content)
      // The body is not ours to read; it is let go of so that the connection can be used again.
      await answer.body?.cancel()
      if (answer.ok) return
      throw new NotSent(`${url} answered ${answer.status}`, answer.status >= 500)
    },
    arrivals: async () => [],
  }
}

async function post(url: string, name: string, content: Uint8Array): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/xml; charset=utf-8', 'x-message-name': name },
      body: Buffer.from(content),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string }
    throw new NotSent(`${url}: ${code ?? (error as Error).message}`, !NOT_REACHED.has(code ?? ''))
  }
}
