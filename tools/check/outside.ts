import type { Check, Finding } from './check.ts'
import { runTool } from './command.ts'

/** Format and lint, by Biome. */
export const lint: Check = {
  name: 'format and lint',
  mend: 'npx biome check --write .',
  run: root =>
    told(root, 'node_modules/@biomejs/biome/bin/biome', [
      'check',
      '--error-on-warnings',
      '--max-diagnostics=50',
      '.',
    ]),
}

/** Types of everything, by the TypeScript compiler; incremental. */
export const types: Check = {
  name: 'types',
  mend: 'npx tsc --noEmit -p . shows the same',
  run: root => told(root, 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']),
}

/** Exports that nobody imports, files that nobody reaches, dependencies that nobody uses. */
export const dead: Check = {
  name: 'dead exports and dependencies',
  mend: 'remove the export, the file or the dependency; what is used by name only stands in tools/check/knip.json',
  run: root =>
    told(root, 'node_modules/knip/bin/knip.js', [
      '--config',
      'tools/check/knip.json',
      '--no-progress',
      '--no-config-hints',
    ]),
}

async function told(root: string, script: string, args: string[]): Promise<Finding[]> {
  const { ok, output } = await runTool(root, script, args)
  return ok ? [] : [{ place: '', message: output }]
}
