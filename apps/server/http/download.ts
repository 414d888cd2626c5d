import { Readable } from 'node:stream'
import type { Download } from '@tongqu/kernel/command'
import type { FastifyReply } from 'fastify'

/** Sends a file to be saved, never to be shown as a page of ours. */
export function sendDownload(reply: FastifyReply, { name, type, content }: Download): FastifyReply {
  reply.header('content-disposition', attachment(name))
  return reply.type(type).send(content instanceof Readable ? content : Buffer.from(content))
}

/** The name in UTF-8 (RFC 8187), and in ASCII for clients that cannot read that (RFC 6266 §4.3). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
