import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Finding } from './check.ts'
import { runTool } from './command.ts'

/**
 * Files that a script writes from the code. Each script takes `--check`: it then writes nothing and fails
 * when what it would write is not what lies there.
 */
const generators: { makes: string; script: string }[] = [
  { makes: 'docs/messages.md', script: 'engines/messages/docs/write.ts' },
  { makes: 'docs/order-book.md', script: 'domains/customs/plan/book/docs/write.ts' },
  { makes: 'apps/web/src/remote/calls/index.ts', script: 'apps/server/client/write.ts' },
]

/** Generated files are what their generators would write now. */
export const generated: Check = {
  name: 'generated files',
  mend: 'run the script that is named without --check and commit what it writes',
  async run(root) {
    const judged = await Promise.all(generators.map(one => upToDate(root, one.makes, one.script)))
    return judged.flat()
  },
}

async function upToDate(root: string, makes: string, script: string): Promise<Finding[]> {
  if (!existsSync(join(root, makes))) return [{ place: makes, message: `missing: node ${script}` }]
  const { ok, output } = await runTool(root, script, ['--check'])
  return ok ? [] : [{ place: makes, message: `not up to date: node ${script}\n${output}` }]
}
