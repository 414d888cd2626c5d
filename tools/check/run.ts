// What `npm run check` runs: every check, or those named (`npm run check -- types ports`). Each failure says
// how to mend it.
import { fileURLToPath } from 'node:url'
import { boundaries } from './boundaries.ts'
import type { Check, Finding } from './check.ts'
import { generated } from './generated.ts'
import { dead, lint, types } from './outside.ts'
import { portsCheck } from './ports.ts'
import { size } from './size.ts'
import { words } from './words.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const checks: Check[] = [boundaries, portsCheck, size, words, lint, types, dead, generated]

const wanted = process.argv.slice(2)
const chosen =
  wanted.length === 0 ? checks : checks.filter(({ name }) => wanted.some(word => name.startsWith(word)))
if (chosen.length === 0) console.log(`no such check; there are: ${checks.map(({ name }) => name).join(', ')}`)

// The ones that are processes of their own run side by side with ours.
const done = await Promise.all(chosen.map(async check => ({ check, findings: await check.run(root) })))
const failed = done.filter(({ check, findings }) => told(check, findings))
console.log(
  failed.length === 0
    ? `${done.length} checks are content`
    : `${failed.length} of ${done.length} checks failed`,
)
process.exitCode = failed.length > 0 || chosen.length === 0 ? 1 : 0

/** Prints a check's outcome; true when it failed. */
function told(check: Check, findings: Finding[]): boolean {
  const failures = findings.filter(({ isWarning }) => !isWarning)
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${check.name}`)
  for (const { place, message, isWarning } of findings) {
    console.log(`       ${[place, message].filter(Boolean).join('  ')}${isWarning ? '  (long)' : ''}`)
  }
  if (failures.length > 0) console.log(`     → ${check.mend}`)
  return failures.length > 0
}
