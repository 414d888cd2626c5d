/**
 * Bytes of base64 text as XML Schema's base64Binary writes them: white space between characters is allowed, every
 * other character, a wrong length and loose bits in the last character are not.
 * @returns undefined for what is no base64
 */
export function fromBase64(text: string): Buffer | undefined {
  const dense = text.replace(/[ \t\r\n]/g, '')
  if (dense === '' || dense.length % 4 !== 0) return undefined
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(dense)) return undefined
  const bytes = Buffer.from(dense, 'base64')
  return bytes.toString('base64') === dense ? bytes : undefined
}
