/** Purpose of the tickets that an identity provider's door hands out. */
export const OIDC_TICKET = 'oidc sign-in'

/** An identity of a provider, as an account's row names it. */
export function subjectOf(issuer: string, subject: string): string {
  return `${issuer.replace(/\/$/, '')} ${subject}`
}
