import type { FastifyInstance, FastifyReply } from 'fastify'

/** What a browser may load and do on our pages. Ant Design writes its styles at run time. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** What of the device our pages may use, and no page within them: passkeys, and the camera for scanning. */
const PERMISSIONS =
  'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(self), microphone=(), ' +
  'geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()'

const ALWAYS: readonly (readonly [string, string])[] = [
  ['content-security-policy', POLICY],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', PERMISSIONS],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
]

/** Once seen over https, a browser does not try http again for half a year. */
const HTTPS_ONLY = ['strict-transport-security', 'max-age=15552000'] as const

/** Gives an answer the headers that every answer has. */
export function setHeaders(reply: FastifyReply, secure: boolean): void {
  for (const [name, value] of ALWAYS) reply.header(name, value)
  if (secure) reply.header(...HTTPS_ONLY)
  // Nothing is kept by a cache unless the answer says so itself.
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
}

/** Headers of every answer, whatever it is. */
export function addHeaders(app: FastifyInstance, secure: boolean): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    setHeaders(reply, secure)
    done(null, payload)
  })
}
