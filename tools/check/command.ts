import { execFile } from 'node:child_process'
import { join } from 'node:path'

/** Runs a tool of node_modules by this Node; its output, and whether it was content. */
export function runTool(
  root: string,
  script: string,
  args: string[],
): Promise<{ ok: boolean; output: string }> {
  return new Promise(resolve => {
    const options = { cwd: root, maxBuffer: 1 << 28, encoding: 'utf8' } as const
    execFile(process.execPath, [join(root, script), ...args], options, (error, stdout, stderr) => {
      resolve({ ok: !error, output: `${stdout}${stderr}`.trim() })
    })
  })
}
