import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { forgetAll } from '../part/kept.ts'
import type { SignedIn, Who } from './answers.ts'
import { command } from './call.ts'
import type { Commands, Permission } from './calls/index.ts'
import { useAsk } from './use-query.ts'

/** Who sits here: undefined while unknown, null when nobody is signed in. */
export function useWho(): { who: SignedIn | null | undefined; isUnreachable: boolean } {
  const { data, isError } = useAsk('kernel.session.who', {})
  if (!data) return { who: isError ? null : undefined, isUnreachable: isError }
  return { who: 'account' in data ? data : null, isUnreachable: false }
}

type Credentials = Commands['kernel.session.open']['input']
type ByPasskey = Commands['kernel.session.openByPasskey']['input']

/** Signs in, by a password and what may come after it, or by a passkey alone. What the page shows stays as it is. */
export function signIn(input: Credentials | ByPasskey): Promise<SignedIn> {
  return 'login' in input
    ? command('kernel.session.open', input)
    : command('kernel.session.openByPasskey', input)
}

/** Signs in on a page that nobody is signed in on: everything is asked for anew. */
export function useSignIn() {
  const cache = useQueryClient()
  return useMutation({ mutationFn: signIn, onSuccess: () => cache.resetQueries() })
}

/** After signing out: what only somebody signed in sees goes first, so that nothing of it is asked for in vain. */
export async function nobodyNow(cache: QueryClient): Promise<void> {
  cache.setQueriesData<Who>({ queryKey: ['kernel.session.who'] }, { signedIn: false })
  await new Promise(resolve => setTimeout(resolve))
  await cache.resetQueries()
}

export function useSignOut() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (where: 'everywhere' | undefined) => {
      await command(where ? 'kernel.session.endEverywhere' : 'kernel.session.end', {})
    },
    onSuccess: () => {
      forgetAll()
      return nobodyNow(cache)
    },
  })
}

/** Changes the party that the account acts for. */
export function useActFor() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (party: string) => command('kernel.session.act', { party }),
    onSuccess: () => cache.resetQueries(),
  })
}

/** Whether the reader may do something; false while it is not known. */
export function useMay(permission: Permission): boolean {
  const { who } = useWho()
  return who?.permissions.includes(permission) ?? false
}
