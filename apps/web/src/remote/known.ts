import type { SignedIn, Who } from './answers.ts'
import { queryClient } from './query-client.ts'

/** Who the page was told sits here, last; undefined: nobody, or it has not been told yet. */
export function knownWho(): SignedIn | undefined {
  const [latest] = queryClient
    .getQueryCache()
    .findAll({ queryKey: ['kernel.session.who'] })
    .filter(query => query.state.data !== undefined)
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  const who = latest?.state.data as Who | undefined
  return who?.signedIn ? who : undefined
}

/** Asks anew who sits here and what they may do; what is on the page stays. */
export function learnWho(): void {
  void queryClient.invalidateQueries({ queryKey: ['kernel.session.who'] })
}

/** Whether both are the same person, acting for the same party. */
export function isSameWho(one: SignedIn, other: Who): boolean {
  return other.signedIn && one.account.id === other.account.id && one.party.id === other.party.id
}
