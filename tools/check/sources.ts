import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportStatement, importStatements } from '../launch/imports.mjs'

/** A source file of the repository. */
export interface Source {
  /** Path from the root. */
  path: string
  text: string
  /** Tests, benches and what only they use. */
  isTest: boolean
  imports: ImportStatement[]
}

const testCode = /(\.(test|bench)\.tsx?$)|(\/(testing|fixtures)(\/|\.ts$))/

/** Every file that git knows or would take (not the ignored ones), as paths from the root. */
export function files(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return [...new Set(listed.split('\0'))].filter(path => path !== '' && existsSync(join(root, path))).sort()
}

/** The TypeScript of the repository with its imports. */
export function sources(root: string): Source[] {
  return files(root)
    .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, isTest: testCode.test(path), imports: importStatements(text) }
    })
}

/** The text with comments blanked out, every line still in its place. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ')
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/[^\n]*/g, blank)
}
