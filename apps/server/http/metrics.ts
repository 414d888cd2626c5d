import type { Host } from '@tongqu/kernel/host'
import type { FastifyInstance } from 'fastify'
import client from 'prom-client'

/** Seconds: from a cached read to a large upload. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** `/metrics` in Prometheus' text format: requests by route and status, the process, the event log. */
export function addMetrics(app: FastifyInstance, host: Host): void {
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
      this.set((await host.health()).head)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
