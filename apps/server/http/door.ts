import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Edge } from './edge.ts'
import { refuse } from './failures.ts'
import { hostCheck } from './origin.ts'
import { httpRefusals } from './refusals.ts'

/**
 * Who comes by a wrong name is turned away; once a stop has begun, requests in hand are answered and no other,
 * and connections without one are ended, also those on which none ever came.
 */
export function addDoor(app: FastifyInstance, { host }: Edge): void {
  const isNamed = hostCheck(host.config)
  const endIdle = idleConnections(app.server)
  let closing = false
  app.addHook('preClose', done => {
    closing = true
    endIdle()
    done()
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (closing) return void refuse(host, httpRefusals.refuse('http.stopping'), request, reply)
    if (isNamed(request)) return done()
    const name = (request.headers.host ?? '').slice(0, 200)
    refuse(host, httpRefusals.refuse('http.wrong_host', { host: name }), request, reply)
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
}

/** Keeps count of requests in hand by connection. @returns what ends the connections that have none */
function idleConnections(server: Server): () => void {
  const inHand = new Map<Socket, number>()
  server.on('connection', (socket: Socket) => {
    inHand.set(socket, 0)
    socket.once('close', () => inHand.delete(socket))
  })
  for (const arrival of ['request', 'checkContinue'])
    server.on(arrival, ({ socket }, response) => {
      inHand.set(socket, (inHand.get(socket) ?? 0) + 1)
      response.once('close', () => {
        const before = inHand.get(socket)
        if (before !== undefined) inHand.set(socket, before - 1)
      })
    })
  return () => {
    for (const [socket, requests] of inHand) if (requests === 0) socket.destroy()
  }
}
