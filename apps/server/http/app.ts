import { existsSync } from 'node:fs'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import { commandRefusals } from '@tongqu/kernel/command'
import { sm3 } from '@tongqu/kernel/crypto'
import type { Host } from '@tongqu/kernel/host'
import type { Refusal } from '@tongqu/kernel/refusal'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { sendRefusal } from './answer.ts'
import { languageOf, tokenOf } from './caller.ts'
import { addMetrics } from './metrics.ts'
import { addOidc } from './oidc.ts'
import { openApi } from './openapi.ts'
import { httpRefusals } from './refusals.ts'
import { addRoutes } from './routes.ts'

export interface AppOptions {
  /** Folder of the built console; absent or missing: the API only. */
  readonly webDir?: string
  /** Whether callers are slowed down; a bench turns it off. */
  readonly limits?: boolean
}

/** Largest JSON body, bytes; larger content is uploaded as a file. */
const BODY = 4 * 1024 * 1024

/** What a browser may load and do on our pages. Ant Design writes its styles at run time. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** The HTTP face of a host: every call as a route, the description, health, metrics and the console's files. */
export async function createApp(host: Host, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY,
    loggerInstance: undefined,
    logger: false,
    requestIdHeader: false,
    trustProxy: false,
  })
  await app.register(cookie)
  if (options.limits !== false) await addLimits(app)
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', POLICY)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  addMetrics(app, host)
  addRoutes(app, host, options.limits !== false)
  addOidc(app, host, host.config.publicUrl ?? `http://${host.config.host}:${host.config.port}`)
  const description = openApi(host.registry())
  app.get('/openapi.json', () => description)
  app.get('/health', async (_request, reply) => {
    const health = await host.health()
    return reply.code(health.ok ? 200 : 503).send(health)
  })
  await addConsole(app, host, options.webDir)
  app.setErrorHandler((error, request, reply) => answerError(host, error as Failure, request, reply))
  return app
}

async function addLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    keyGenerator: request => sm3(tokenOf(request) ?? request.ip).slice(0, 32),
    errorResponseBuilder: (_request, context) =>
      commandRefusals.refuse('call.too_often', { seconds: Math.ceil(context.ttl / 1000) }),
  })
}

async function addConsole(app: FastifyInstance, host: Host, webDir: string | undefined): Promise<void> {
  const serves = webDir !== undefined && existsSync(webDir)
  if (serves)
    await app.register(files, {
      root: webDir,
      wildcard: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        const named = /\/assets\//.test(path)
        response.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !/^\/(api|health|metrics|openapi)/.test(request.url)
    if (serves && page && !/\.\w+$/.test(request.url.split('?')[0]!)) return reply.sendFile('index.html')
    return refuse(host, httpRefusals.refuse('http.no_such_address', { address: request.url }), request, reply)
  })
}

type Failure = Error & { statusCode?: number; code?: string; validation?: unknown }

function answerError(
  host: Host,
  error: Failure | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if ('params' in error) return refuse(host, error, request, reply)
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refuse(host, httpRefusals.refuse('http.body_too_large', { limit: BODY }), request, reply)
  if (error.statusCode && error.statusCode < 500)
    return refuse(host, httpRefusals.refuse('http.body_not_json'), request, reply)
  host.log.error({ request: request.id, error }, 'a request failed')
  return refuse(host, commandRefusals.refuse('call.failed', { run: request.id }), request, reply)
}

function refuse(host: Host, refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendRefusal(reply, host.registry().refusals, refusal, languageOf(request))
}
