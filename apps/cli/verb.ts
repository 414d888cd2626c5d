import type { Language, Text } from '@tongqu/kernel/text'

/** What a verb works with: the words after it, the terminal, the folder people's paths start from. */
export interface Terminal {
  readonly args: readonly string[]
  /** Paths of files are relative to it. */
  readonly cwd: string
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly language: Language
  readonly out: NodeJS.WriteStream
  readonly err: NodeJS.WriteStream
}

/** A verb of the command line. */
export interface Verb {
  /** Words that call it, with its arguments: `import <table> <file>`. */
  readonly usage: string
  readonly summary: Text
  /** Fields that it takes as `--field value`, for `help VERB`. */
  readonly help?: readonly {
    readonly name: string
    readonly type?: string
    readonly description?: string
    readonly needed: boolean
  }[]
  /** What `help VERB` says instead of fields: the whole page, from the second line on. */
  readonly page?: Text
  /** @returns the exit status */
  run(terminal: Terminal): Promise<number>
}

/** Exit statuses: done, refused or unusable input, some orders of a book refused. */
export const EXIT = { done: 0, failed: 1, refused: 2, partly: 3 } as const

/** The words of a usage that must be typed as they stand. */
export function wordsOf(usage: string): string[] {
  return usage.split(' ').filter(word => /^[\w.-]+$/.test(word))
}
