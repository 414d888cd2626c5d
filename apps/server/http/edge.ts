import type { Host } from '@tongqu/kernel/host'
import type { FastifyRequest } from 'fastify'
import type { Bounds } from './bounds.ts'

/** What every address of the edge is built with. */
export interface Edge {
  readonly host: Host
  readonly bounds: Bounds
  /** Whether callers are slowed down. */
  readonly limits: boolean
  /** Whether people reach the installation by https. */
  readonly secure: boolean
  /** False for a request that another site's page sent. */
  readonly isOurs: (request: FastifyRequest) => boolean
}
