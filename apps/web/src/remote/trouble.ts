import type { SignedIn } from './answers.ts'

/*
 * What stands between the page and the server. A request that meets it waits here and is sent again, by the same key,
 * once it is out of the way; so no form has to know of it, and nothing typed is lost.
 *   away     nobody answers: the server is asked again and again until somebody does
 *   ask      only the person can settle it; one question at a time, for all requests that wait
 *     ended    the session has ended: sign in again
 *     confirm  the change wants a sign-in of a moment ago: sign in again
 *     moved    another window of this browser acts for another party, or as another account: which is meant?
 */
export type Ask =
  | { readonly kind: 'ended' | 'confirm'; readonly was: SignedIn }
  | { readonly kind: 'moved'; readonly was: SignedIn; readonly now: SignedIn }

export interface Trouble {
  readonly isAway: boolean
  readonly ask: Ask | undefined
}

let current: Trouble = { isAway: false, ask: undefined }
const listeners = new Set<() => void>()

export function troubleNow(): Trouble {
  return current
}

export function onTrouble(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: Partial<Trouble>): void {
  current = { ...current, ...next }
  for (const listener of listeners) listener()
}

/** How often the server is looked for, milliseconds: often at first, then calmly. */
const LOOKS = [500, 1000, 2000, 3000]

let coming: Promise<void> | undefined
let hurry: (() => void) | undefined

/** Resolves once the server answers again. @throws AbortError when nobody waits any more */
export function untilBack(signal?: AbortSignal | null): Promise<void> {
  coming ??= lookUntilBack().finally(() => {
    coming = undefined
    become({ isAway: false })
  })
  if (!signal) return coming
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('aborted', 'AbortError'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    void coming?.then(resolve)
  })
}

/** Looks at once, where it waits to look again. */
export function lookNow(): void {
  hurry?.()
}

async function lookUntilBack(): Promise<void> {
  become({ isAway: true })
  for (let look = 0; ; look++) {
    await pause(LOOKS[look] ?? LOOKS.at(-1)!)
    if (await isServerThere()) return
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      hurry = undefined
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    window.addEventListener('online', end)
    hurry = end
  })
}

/** Whether the server itself answers; an answer of something in between does not count. */
export async function isServerThere(): Promise<boolean> {
  try {
    const answer = await fetch('/health', { cache: 'no-store' })
    const said: unknown = await answer.json()
    return typeof said === 'object' && said !== null && 'ok' in said
  } catch {
    return false
  }
}

let asked: PromiseWithResolvers<boolean> | undefined

/** Asks the person; a question that stands already is answered for this one too. @returns whether to go on */
export function untilSettled(ask: Ask): Promise<boolean> {
  if (!asked) {
    asked = Promise.withResolvers()
    become({ ask })
  }
  return asked.promise
}

/** Changes the question that stands, as when somebody would rather sign in again. */
export function askInstead(ask: Ask): void {
  if (asked) become({ ask })
}

/** The person's answer: whether what waits is sent again. */
export function settle(goesOn: boolean): void {
  const answered = asked
  asked = undefined
  become({ ask: undefined })
  answered?.resolve(goesOn)
}

let ownChanges = 0

/** While this page itself signs in, signs out or acts for another, what others then meet is no surprise. */
export async function asOwnChange<T>(change: () => Promise<T>): Promise<T> {
  ownChanges++
  try {
    return await change()
  } finally {
    setTimeout(() => ownChanges--)
  }
}

export function isOwnChange(): boolean {
  return ownChanges > 0
}
