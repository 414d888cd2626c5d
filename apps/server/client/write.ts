/**
 * Writes the types of the console's client, apps/web/src/remote/calls: `node apps/server/client/write.ts`; with
 * `--check` it compares instead and ends with status 1 where they are not what the definitions say.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeInstallation } from '../registered.ts'
import { clientFiles } from './page.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = new URL('../../web/src/remote/calls/', import.meta.url)
const registry = await describeInstallation({}, root)

function written(file: URL): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

mkdirSync(folder, { recursive: true })
for (const { module, text } of clientFiles(registry.calls())) {
  const file = new URL(`${module}.ts`, folder)
  if (written(file) === text) continue
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else {
    console.error(
      `apps/web/src/remote/calls/${module}.ts is out of date: run node apps/server/client/write.ts`,
    )
    process.exitCode = 1
  }
}
