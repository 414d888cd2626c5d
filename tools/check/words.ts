import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Finding } from './check.ts'
import { files } from './sources.ts'

/** What shows where a file was written and is of no use to anyone else. */
const traces: { looks: RegExp; message: string }[] = [
  { looks: /(?<![\w.~])\/(home|Users|root|work|workspace)\/[\w.-]+/g, message: 'a path of one machine' },
  {
    looks: /\b(10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){2,3}:\d+/g,
    message: 'an address of one network',
  },
  {
    looks: /"resolved": "[^"]+\.tgz"/g,
    message: 'a registry: npm leaves it out of the lock file with omit-lockfile-registry-resolved',
  },
  { looks: /\b(TODO|FIXME)\b/g, message: 'unfinished work: do it, or write it down as an issue' },
]

const binary = /\.(xlsx|png|jpg|ico|woff2?|parquet|zip|gz)$/

/** Nothing in the repository names the machine it was written on, and nothing is left half said. */
export const words: Check = {
  name: 'words',
  mend: 'say it so that it holds on every machine',
  async run(root) {
    return files(root)
      .filter(path => !binary.test(path) && path !== 'tools/check/words.ts')
      .flatMap(path => inText(path, readFileSync(join(root, path), 'utf8')))
  },
}

function inText(path: string, text: string): Finding[] {
  return traces.flatMap(({ looks, message }) =>
    [...text.matchAll(looks)].map(found => ({
      place: `${path}:${text.slice(0, found.index).split('\n').length}`,
      message: `${found[0].slice(0, 60)}: ${message}`,
    })),
  )
}
