import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { commandRefusals } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { isRefusal, type Refusal, type RefusalCatalogue } from '@tongqu/kernel/refusal'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendRefusal } from './answer.ts'
import type { Bounds } from './bounds.ts'
import { languageOf } from './caller.ts'
import { httpRefusals } from './refusals.ts'

type Failure = Error & { readonly statusCode?: number; readonly code?: string }

/** Whatever goes wrong at the edge is answered as a refusal of the catalogue; a bug is logged besides. */
export function addFailures(app: FastifyInstance, host: Host, bounds: Bounds): void {
  app.setErrorHandler((error: Failure | Refusal, request, reply) => {
    if (isRefusal(error)) return refuse(host, error, request, reply)
    const known = refusalOf(error, bounds)
    if (known) return refuse(host, known, request, reply)
    host.log.error({ request: request.id, error }, 'a request failed')
    return refuse(host, commandRefusals.refuse('call.failed', { run: request.id }), request, reply)
  })
}

function refusalOf({ code, statusCode }: Failure, { body }: Bounds): Refusal | undefined {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return httpRefusals.refuse('http.body_too_large', { limit: body })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return httpRefusals.refuse('http.not_json')
  if (statusCode === 400) return httpRefusals.refuse('http.body_not_json')
  return statusCode !== undefined && statusCode < 500 ? httpRefusals.refuse('http.malformed') : undefined
}

export function refuse(
  host: Host,
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return sendRefusal(reply, host.registry().refusals, refusal, languageOf(request))
}

/** Answers on a connection whose request could not even be parsed. */
export function answerUnreadable(catalogue: RefusalCatalogue, bounds: Bounds) {
  return (error: Failure, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const problem = catalogue.problem(unreadable(error.code, bounds), 'zh')
    const body = JSON.stringify(problem)
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nconnection: close\r\n` +
        `content-type: application/problem+json\r\ncontent-language: zh\r\nx-content-type-options: nosniff\r\n` +
        `cache-control: no-store\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
  }
}

function unreadable(code: string | undefined, bounds: Bounds): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return httpRefusals.refuse('http.headers_too_large')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return httpRefusals.refuse('http.too_slow', { seconds: Math.ceil(bounds.headerWithin / 1000) })
  return httpRefusals.refuse('http.malformed')
}
