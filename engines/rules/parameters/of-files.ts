import { parseParameters } from './parse.ts'
import type { Parameter } from './types.ts'

/** A folder of files with the name that its problems are told under. */
export interface RuleFiles {
  readonly id: string
  /** Texts by path from the folder, with `/`. */
  readonly files: Iterable<readonly [path: string, text: string]>
}

/**
 * The parameters of a pack: every YAML file of its folder `rules`.
 * @throws Error that lists the problems of the first file that has some: half of a pack's rules is none
 */
export function parametersOf({ id, files }: RuleFiles): readonly Parameter[] {
  const parameters: Parameter[] = []
  for (const [path, text] of files) {
    if (!path.startsWith('rules/') || !/\.ya?ml$/.test(path)) continue
    const file = parseParameters(text, `${id}/${path}`)
    if (file.problems.length > 0)
      throw new Error(`${id}/${path}: ${file.problems.map(problem => JSON.stringify(problem)).join('; ')}`)
    parameters.push(...file.parameters)
  }
  return parameters
}
