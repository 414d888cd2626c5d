import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The machine's own OpenSSL, which alone checks a proof. */
export const openssl: { readonly version: string; readonly canCheck: boolean } = (() => {
  const version = (spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '').trim()
  return { version: version || 'there is none', canCheck: /^OpenSSL ([3-9]|\d\d)\./.test(version) }
})()

/** Unpacks a proof into a folder of its own, as people do. @returns the folder of the proof */
export async function unpackIn(folder: string, tar: Buffer): Promise<string> {
  const dir = await mkdtemp(join(folder, 'proof-'))
  await writeFile(join(dir, 'made.tar'), tar)
  const { status, stderr } = spawnSync('tar', ['xf', 'made.tar'], { cwd: dir, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return join(dir, (await readdir(dir)).find(name => name.startsWith('proof-'))!)
}

/** Runs the commands that INSTRUCTIONS.txt prints, exactly as they stand there. @returns what they say, a line each */
export async function check(dir: string): Promise<string[]> {
  const text = await readFile(join(dir, 'INSTRUCTIONS.txt'), 'utf8')
  const commands = text.split('\n').filter(line => line.startsWith('    '))
  const script = commands.map(line => line.slice(4)).join('\n')
  const { stdout } = spawnSync('sh', ['-c', script], { cwd: dir, encoding: 'utf8' })
  return stdout.split('\n').filter(line => /^(OK|FAILED) \d+$/.test(line))
}
