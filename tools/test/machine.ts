import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'

const chromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const oldestBin = '/usr/lib/postgresql/15/bin'

/** The path of a Chromium that tests can drive, if the machine has one. */
export function findBrowser(): string | undefined {
  return chromiums.find(path => existsSync(path))
}

/** The folder of the binaries of PostgreSQL 15, the oldest that the product supports, if it is installed. */
export function findOldestPostgres(): string | undefined {
  return existsSync(`${oldestBin}/postgres`) ? oldestBin : undefined
}

/** Whether we may install packages of the system: root on Debian or a child of it. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs Chromium and a Chinese font where they are missing and we may; true if a browser is there after. */
export function provideBrowser(): boolean {
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length > 0 && mayInstall()) install(missing)
  return findBrowser() !== undefined && hasChineseFont()
}

/** Installs Debian's PostgreSQL 15 where it is missing and we may; true if it is there after. */
export function provideOldestPostgres(): boolean {
  if (!findOldestPostgres() && mayInstall()) withoutMainCluster(() => install(['postgresql-15']))
  return findOldestPostgres() !== undefined
}

/** Without a font for them all Chinese characters are boxes, and a picture proves nothing. */
function hasChineseFont(): boolean {
  if (process.platform === 'darwin') return true
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  const folder = '/usr/share/fonts/opentype/noto'
  return existsSync(folder) && readdirSync(folder).some(name => name.includes('CJK'))
}

function install(packages: string[]): void {
  console.log(`installing ${packages.join(', ')} for the tests …`)
  const apt = (...args: string[]) =>
    spawnSync('/usr/bin/apt-get', ['-qq', ...args], {
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      encoding: 'utf8',
    })
  const wanted = ['install', '-y', '--no-install-recommends', ...packages]
  if (apt(...wanted).status === 0) return
  apt('update')
  const second = apt(...wanted)
  if (second.status !== 0) console.log(`not installed: ${second.stderr.trim().split('\n').at(-1)}`)
}

/** Debian starts a server of its own with the package; the tests start theirs, so it is told not to. */
function withoutMainCluster(action: () => void): void {
  const folder = '/etc/postgresql-common/createcluster.d'
  const file = `${folder}/no-main-cluster-for-tests.conf`
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
  try {
    action()
  } finally {
    rmSync(file, { force: true })
  }
}
