import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { commandRefusals } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import fastify, { type FastifyInstance } from 'fastify'
import { isLocal, tellOfWaiting } from '../listen.ts'
import { BOUNDS, type Bounds } from './bounds.ts'
import { countedAs, isSecure } from './caller.ts'
import { addConsole } from './console.ts'
import { addDoor } from './door.ts'
import type { Edge } from './edge.ts'
import { addFailures, answerUnreadable, refuse } from './failures.ts'
import { addHeaders, setHeaders } from './headers.ts'
import { addOidc } from './oidc.ts'
import { openApi } from './openapi.ts'
import { originCheck } from './origin.ts'
import { httpRefusals } from './refusals.ts'
import { addRoutes } from './routes.ts'
import { addState } from './state.ts'

export interface AppOptions {
  /** Folder of the built console; absent or missing: the API only. */
  readonly webDir?: string
  /** Whether callers are slowed down; a bench turns it off. */
  readonly limits?: boolean
  /** Other bounds than the installation's own. */
  readonly bounds?: Partial<Bounds>
}

/** The HTTP face of a host: every call as a route, the description, health, metrics and the console's files. */
export async function createApp(host: Host, options: AppOptions = {}): Promise<FastifyInstance> {
  const { config } = host
  const edge: Edge = {
    host,
    bounds: { ...BOUNDS, ...options.bounds },
    limits: options.limits !== false,
    secure: isSecure(host),
    isOurs: originCheck(config),
  }
  const app = bare(edge)
  await app.register(cookie)
  if (edge.limits) await addLimits(app)
  addHeaders(app, edge.secure)
  addFailures(app, host, edge.bounds)
  addDoor(app, edge)
  addState(app, host)
  await addRoutes(app, edge)
  addOidc(app, edge)
  const description = JSON.stringify(openApi(host.registry()))
  app.get('/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(description),
  )
  await addConsole(app, host, options.webDir)
  await app.ready()
  return app
}

/** Bounded in every direction, and believing no header about where a request comes from. */
function bare({ host, bounds, secure }: Edge): FastifyInstance {
  const app = fastify({
    logger: false,
    trustProxy: false,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    bodyLimit: bounds.body,
    http: {
      maxHeaderSize: bounds.header,
      headersTimeout: bounds.headerWithin,
      connectionsCheckingInterval: 1000,
    },
    requestTimeout: bounds.uploadWithin,
    keepAliveTimeout: bounds.keepAlive,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Before any hook: an address that cannot be read.
    frameworkErrors: (_error, request, reply) => {
      setHeaders(reply, secure)
      refuse(host, httpRefusals.refuse('http.malformed'), request, reply)
    },
    clientErrorHandler: answerUnreadable(host.registry().refusals, bounds),
  })
  tellOfWaiting(app.server, app)
  return app as unknown as FastifyInstance
}

async function addLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    keyGenerator: countedAs,
    allowList: request => isLocal(request.raw),
    errorResponseBuilder: (_request, { ttl }) =>
      commandRefusals.refuse('call.too_often', { seconds: Math.ceil(ttl / 1000) }),
  })
}
