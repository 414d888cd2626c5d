import { type Course, ScenarioError } from './scenario.ts'

type Courses = Readonly<Record<string, readonly Course[]>>

/**
 * The courses with other weights: `{ list: { released: 1, others: 0 } }` of a scenario (`others`: all that are not
 * named), then `list.rejected=500` of the command line.
 */
export function withShares(courses: Courses, told: unknown, words: readonly string[]): Courses {
  const all: Record<string, readonly Course[]> = { ...courses }
  for (const [family, shares] of Object.entries(told as Record<string, Record<string, number>>)) {
    const list = familyOf(all, family)
    for (const name of Object.keys(shares)) if (name !== 'others') courseOf(list, family, name)
    all[family] = list.map(course => ({
      ...course,
      share: shares[course.name] ?? shares.others ?? course.share,
    }))
  }
  for (const word of words) {
    const [, family = '', name = '', share] = /^(\w+)\.(\w+)=(\d{1,9})$/.exec(word) ?? []
    const list = familyOf(all, family, word)
    courseOf(list, family, name)
    all[family] = list.map(course => (course.name === name ? { ...course, share: Number(share) } : course))
  }
  return all
}

function familyOf(courses: Courses, family: string, word = family): readonly Course[] {
  const list = Object.hasOwn(courses, family) ? courses[family] : undefined
  if (!list) throw new ScenarioError(`${word}: ${Object.keys(courses).join(', ')}`)
  return list
}

function courseOf(list: readonly Course[], family: string, name: string): void {
  if (!list.some(course => course.name === name))
    throw new ScenarioError(`${family}.${name}: ${list.map(course => course.name).join(', ')}`)
}
