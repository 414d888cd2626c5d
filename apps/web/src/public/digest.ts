/**
 * SHA-256 of a file, lower-case hex, reckoned in this browser: the file goes nowhere. Undefined: the browser reckons none
 * here, as browsers do on pages that did not come over https.
 */
export async function sha256Of(file: Blob): Promise<string | undefined> {
  if (typeof crypto.subtle === 'undefined') return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
