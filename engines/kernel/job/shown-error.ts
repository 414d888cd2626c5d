import { withoutIdentityNumbers } from '../log/index.ts'

const MOST = 300
const PASSWORD_OF_ADDRESS = /(\w+:\/\/[^\s/:@]*):[^\s/@]+@/g
const NAMED_SECRET =
  /\b(password|passwd|secret|token|authorization|cookie|api[-_ ]?key)(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|Bearer\s+\S+|\S+)/gi
const KEY_OF_OURS = /\btq_[A-Za-z0-9_-]{8,}/g

/**
 * An error of a job as an administrator reads it: its first line, without identity numbers and without anything that is
 * named as a secret. The log has the rest.
 */
export function shownError(text: string): string {
  const [line = ''] = withoutIdentityNumbers(text).split('\n')
  const screened = line
    .replace(PASSWORD_OF_ADDRESS, '$1:(withheld)@')
    .replace(NAMED_SECRET, '$1$2(withheld)')
    .replace(KEY_OF_OURS, '(withheld)')
  return screened.length > MOST ? `${screened.slice(0, MOST)}…` : screened
}
