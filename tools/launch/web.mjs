import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { importsOf, resolveImport } from './imports.mjs'

const app = 'apps/web'
const notSources = new Set(['dist', 'node_modules'])

/**
 * Builds the web pages with Vite when their sources, the contracts these import, or the dependencies changed
 * since the last build. Does nothing while there is no apps/web/index.html.
 */
export async function buildWeb(root, node, env) {
  const folder = join(root, app)
  if (!existsSync(join(folder, 'index.html'))) return
  const digest = digestOf(root, sourcesOf(root, folder))
  const stamp = join(folder, 'dist', '.built')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === digest) return
  console.error('Building the web pages …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const done = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    env: { ...env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`the web pages could not be built:\n${done.stdout}${done.stderr}`)
  mkdirSync(join(folder, 'dist'), { recursive: true })
  compress(join(folder, 'dist'))
  writeFileSync(stamp, `${digest}\n`)
}

/** Files that compressing makes smaller, from a size on that is worth a second one. */
const compressible = /\.(js|css|svg|html|json)$/
const WORTH = 1024
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }

/** Lays each file's compressed forms beside it; the server sends the one that the browser takes. */
function compress(dist) {
  for (const path of filesBelow(dist)) {
    if (!compressible.test(path)) continue
    const bytes = readFileSync(path)
    if (bytes.length < WORTH) continue
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, BROTLI))
    writeFileSync(`${path}.gz`, gzipSync(bytes))
  }
}

/** Every file of the app, and every file of other packages that its imports lead to. */
function sourcesOf(root, folder) {
  const own = filesBelow(folder).filter(path => !/\.test\.tsx?$/.test(path))
  const seen = new Set(own)
  const open = [...own]
  for (let path = open.pop(); path; path = open.pop()) {
    if (!/\.(ts|tsx|mts|js|mjs)$/.test(path)) continue
    for (const name of importsOf(readFileSync(path, 'utf8'))) {
      const found = resolveImport(root, path, name)
      if (!found || seen.has(found) || !existsSync(found)) continue
      seen.add(found)
      open.push(found)
    }
  }
  return [...seen, join(root, 'package-lock.json')].sort()
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => !notSources.has(entry.name))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

function digestOf(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  return hash.digest('hex')
}
