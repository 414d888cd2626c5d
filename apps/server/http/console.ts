import { existsSync } from 'node:fs'
import files from '@fastify/static'
import type { Host } from '@tongqu/kernel/host'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './failures.ts'
import { httpRefusals } from './refusals.ts'

/** The built console, and what is answered where nothing is. Pages of the console are named by it, not by us. */
export async function addConsole(
  app: FastifyInstance,
  host: Host,
  webDir: string | undefined,
): Promise<void> {
  const serves = webDir !== undefined && existsSync(webDir)
  if (serves)
    await app.register(files, {
      root: webDir,
      wildcard: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (response, path) => {
        const named = /[\\/]assets[\\/]/.test(path)
        response.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) =>
    serves && isPage(request)
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : nothingHere(app, host, request, reply),
  )
}

function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0]!
  return (method === 'GET' || method === 'HEAD') && !/^\/api(\/|$)/.test(path) && !/\.\w+$/.test(path)
}

const METHODS = ['GET', 'POST'] as const

function nothingHere(
  app: FastifyInstance,
  host: Host,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const address = request.url.split('?', 1)[0]!.slice(0, 200)
  const allowed = METHODS.filter(method => app.hasRoute({ method, url: address }))
  if (allowed.length === 0)
    return refuse(host, httpRefusals.refuse('http.no_such_address', { address }), request, reply)
  reply.header('allow', allowed.join(', '))
  const params = { address, method: request.method, allowed }
  return refuse(host, httpRefusals.refuse('http.wrong_method', params), request, reply)
}
