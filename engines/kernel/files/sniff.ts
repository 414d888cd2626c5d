/** Beginnings of the file types that the product takes. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['application/zip', '504b0304'],
  ['application/pdf', '255044462d'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['application/x-cfb', 'd0cf11e0a1b11ae1'],
  ['application/gzip', '1f8b'],
]

/** The media type that the first bytes show, whatever the name claims. */
export function sniff(head: Uint8Array): string {
  const hex = Buffer.from(head.subarray(0, 16)).toString('hex')
  const known = BEGINNINGS.find(([, beginning]) => hex.startsWith(beginning))
  if (known) return known[0]
  return head.includes(0) && !hex.startsWith('fffe') && !hex.startsWith('feff')
    ? 'application/octet-stream'
    : 'text/plain'
}
