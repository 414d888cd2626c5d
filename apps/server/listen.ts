import { chmod, mkdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import type { FastifyInstance } from 'fastify'

const local = new WeakSet<IncomingMessage>()

/** Whether a request came through the socket that only this machine's owner of the installation can open. */
export function isLocal(request: IncomingMessage): boolean {
  return local.has(request)
}

/**
 * Serves the same routes on a Unix socket for the command line. The socket can be opened by the user that
 * runs the server only, and speaks as the installation itself.
 */
export async function listenLocally(app: FastifyInstance, path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true })
  await rm(path, { force: true })
  const server = createServer((request, response) => {
    local.add(request)
    app.routing(request, response)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  await chmod(path, 0o600)
  return () => new Promise(resolve => server.close(() => resolve()))
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
