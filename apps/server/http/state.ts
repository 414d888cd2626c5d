import { commandRefusals } from '@tongqu/kernel/command'
import type { Host, HostHealth } from '@tongqu/kernel/host'
import { scopeFor } from '@tongqu/kernel/identity'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import client from 'prom-client'
import { callerOf } from './caller.ts'
import { refuse } from './failures.ts'

/** Seconds: from a cached read to a large upload. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Who may see how the installation fares: an administrator, or a key that one gave to the monitoring. */
const PERMISSION = 'kernel.state.read'

/**
 * `/health`: whether all is well, for anybody; what is not, for those who may watch. `/metrics`, for those
 * only, in Prometheus' text format. The local socket may always.
 */
export function addState(app: FastifyInstance, host: Host): void {
  const registry = metricsOf(app, host)
  app.get('/health', async (request, reply) => {
    const health = await healthOf(host)
    const detail = (await turnedAway(host, request)) ? { ok: health.ok } : health
    return reply.code(health.ok ? 200 : 503).send(detail)
  })
  app.get('/metrics', async (request, reply) => {
    const refusal = await turnedAway(host, request)
    if (refusal) return refuse(host, refusal, request, reply)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

async function healthOf(host: Host): Promise<Partial<HostHealth> & { ok: boolean }> {
  try {
    return await host.health()
  } catch (error) {
    host.log.error({ error }, 'the database does not answer')
    return { ok: false }
  }
}

async function turnedAway(host: Host, request: FastifyRequest): Promise<Refusal | undefined> {
  const actor = await callerOf(host, request).catch(() => undefined)
  if (actor && scopeFor(actor, PERMISSION)) return undefined
  return actor?.account
    ? commandRefusals.refuse('call.not_allowed', { permission: PERMISSION })
    : commandRefusals.refuse('call.not_signed_in')
}

function metricsOf(app: FastifyInstance, host: Host): client.Registry {
  const registry = new client.Registry()
  client.collectDefaultMetrics({ register: registry })
  const seconds = new client.Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  new client.Gauge({
    name: 'tongqu_event_position',
    help: 'Position of the last event placed',
    registers: [registry],
    async collect() {
      this.set((await healthOf(host)).head ?? Number.NaN)
    },
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request
    const route = routeLabel(request.routeOptions.url)
    seconds.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    if (host.log.isLevelEnabled('debug'))
      host.log.debug({ request: request.id, method, route, status: reply.statusCode, ms: reply.elapsedTime })
    done()
  })
  return registry
}

/** A call's route by itself; the console's files together, and what was found nowhere. */
function routeLabel(url: string | undefined): string {
  if (url === undefined) return 'none'
  return /^\/(api\/|health|metrics|openapi|sign-in)/.test(url) ? url : 'console'
}
