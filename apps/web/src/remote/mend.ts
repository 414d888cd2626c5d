import type { Who } from './answers.ts'
import { isSameWho, knownWho, learnWho } from './known.ts'
import type { Problem } from './problem.ts'
import { isOwnChange, untilBack, untilSettled } from './trouble.ts'

/** What to do with a request that failed: send the same again, send it as a new intent, or say why it failed. */
type Mended = 'again' | 'anew' | 'no'

/** No answer of ours: nobody there, a stop under way, something in between that finds nobody; or the fate is unknown. */
const AWAY = new Set([
  'network.unreachable',
  'http.stopping',
  'call.outcome_unknown',
  'http.502',
  'http.503',
  'http.504',
])

/**
 * Waits for what stands in a request's way, where that can be waited for.
 * @param read asks the server who sits here, past everything that is kept
 */
export async function mend(
  name: string,
  problem: Problem,
  read: () => Promise<Who>,
  signal?: AbortSignal | null,
): Promise<Mended> {
  if (AWAY.has(problem.code)) {
    await untilBack(signal)
    return 'again'
  }
  const was = knownWho()
  if (!was || isOwnChange() || name.startsWith('kernel.session.')) return 'no'
  switch (problem.code) {
    case 'call.not_signed_in':
      return (await untilSettled({ kind: 'ended', was })) ? 'again' : 'no'
    case 'session.not_recent':
      // The refusal is kept under the key that was sent: another intent, then.
      return (await untilSettled({ kind: 'confirm', was })) ? 'anew' : 'no'
    case 'http.acting_for_another': {
      const now = await read()
      if (isSameWho(was, now)) return 'again'
      const ask = now.signedIn ? ({ kind: 'moved', was, now } as const) : ({ kind: 'ended', was } as const)
      return (await untilSettled(ask)) ? 'again' : 'no'
    }
    case 'call.not_allowed':
    case 'call.second_factor_required':
      // A role was taken away meanwhile: what is offered follows.
      learnWho()
      return 'no'
    default:
      return 'no'
  }
}

/** Holds back the news that the page is somebody else's now, until its reader has said what is meant. */
export async function holdWho(read: () => Promise<Who>): Promise<Who> {
  for (;;) {
    const now = await read()
    const was = knownWho()
    if (!was || isOwnChange() || isSameWho(was, now)) return now
    const ask = now.signedIn ? ({ kind: 'moved', was, now } as const) : ({ kind: 'ended', was } as const)
    if (!(await untilSettled(ask))) return now
  }
}
