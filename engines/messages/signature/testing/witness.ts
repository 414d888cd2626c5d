import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a tool that checks us from outside is installed. */
export const isThere = (tool: string) => !spawnSync(tool, ['--version']).error

/** Runs something over files that are gone afterwards. */
export function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  run: (at: (name: string) => string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'tongqu-messages-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return run(name => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** libxml2's canonical form of a document, without comments. */
export function xmllintCanonical(xml: string, method: 'inclusive' | 'exclusive'): string {
  const option = method === 'inclusive' ? '--c14n' : '--exc-c14n'
  const canonical = withFiles({ 'a.xml': xml }, at => execFileSync('xmllint', [option, at('a.xml')]))
  // xmllint keeps the comments; none of ours stands beside the root, where its line end would go with it.
  return canonical.toString('utf8').replace(/<!--[\s\S]*?-->/g, '')
}
