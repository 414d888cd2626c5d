import type { Answer } from '../../remote/contracts.ts'
import type { Language } from '../../text/catalogue.ts'

export type Permitted = Answer<'kernel.permission.list'>['permissions'][number]

/** What roles can grant: not what everybody may do, or everybody signed in. */
export const grantable = (all: readonly Permitted[]): Permitted[] =>
  all.filter(({ permission }) => permission !== 'public' && permission !== 'signed-in')

export const isHeldBy = ({ roles }: Permitted, role: string): boolean =>
  roles.some(each => each.role === role)

/** Whether it is about the words: its own name, or what its operations are called in either language. */
export function isAbout({ permission, calls }: Permitted, words: string): boolean {
  const sought = words.trim().toLowerCase()
  const texts = calls.flatMap(({ name, summary }) => [name, summary.zh, summary.en])
  return [permission, ...texts].some(text => text.toLowerCase().includes(sought))
}

/** In the order of their modules; the module is the first part of the name. */
export function byModule(
  all: readonly Permitted[],
): readonly (readonly [module: string, of: readonly Permitted[]])[] {
  const groups = Map.groupBy(all, ({ permission }) => permission.split('.')[0]!)
  return [...groups]
}

/** What two roles share, and what only one of them has. */
export function differenceOf(all: readonly Permitted[], a: string, b: string) {
  const held = all.filter(each => isHeldBy(each, a) || isHeldBy(each, b))
  return {
    onlyA: held.filter(each => !isHeldBy(each, b)),
    onlyB: held.filter(each => !isHeldBy(each, a)),
    both: held.filter(each => isHeldBy(each, a) && isHeldBy(each, b)),
  }
}

/** Its operations by their summaries, those that change something first. */
export function operationsOf({ calls }: Permitted, language: Language): string[] {
  const changing = calls.filter(({ kind }) => kind !== 'query')
  const reading = calls.filter(({ kind }) => kind === 'query')
  return [...changing, ...reading].map(({ summary }) => summary[language])
}
