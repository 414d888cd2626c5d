import { chmod, mkdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import type { FastifyInstance } from 'fastify'

const local = new WeakSet<IncomingMessage>()

/** Whether a request came through the socket that only this machine's owner of the installation can open. */
export function isLocal(request: IncomingMessage): boolean {
  return local.has(request)
}

/** A sender that asks before it sends a body is told to go on by whoever reads it, so after it was let in. */
export function tellOfWaiting(server: Server, app: Pick<FastifyInstance, 'routing'>): void {
  server.on('checkContinue', (request, response) => app.routing(request, response))
}

/**
 * Serves the same routes on a Unix socket for the command line. The socket can be opened by the user that
 * runs the server only, and speaks as the installation itself. It lies in a folder that is closed to others
 * before it is made, so that there is no moment at which another could open it.
 * @returns its server, to be closed by the caller
 */
export async function listenLocally(app: FastifyInstance, path: string): Promise<Server> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await chmod(dirname(path), 0o700)
  await rm(path, { force: true })
  const speak = (request: IncomingMessage) => local.add(request)
  const server = createServer((request, response) => {
    speak(request)
    app.routing(request, response)
  })
  server.on('checkContinue', speak)
  tellOfWaiting(server, app)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  await chmod(path, 0o600)
  return server
}

/** Whether somebody listens on the socket. */
export function answersLocally(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
