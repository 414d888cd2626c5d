import { spawnSync } from 'node:child_process'

/** The machine's own OpenSSL, which alone checks a proof. */
export const openssl: { readonly version: string; readonly canCheck: boolean } = (() => {
  const version = (spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '').trim()
  return { version: version || 'there is none', canCheck: /^OpenSSL ([3-9]|\d\d)\./.test(version) }
})()
