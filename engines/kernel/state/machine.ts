import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { HostServices } from '../host/services.ts'
import type { StateCheck } from './check.ts'
import { plain, sizeText } from './words.ts'

/** Of the disk, bytes that must be free: a database without room stops. */
const LITTLE = 5 * 1024 ** 3
const ALMOST_NONE = 1024 ** 3

/** The disk that the data lies on. */
export async function diskState({ config }: HostServices): Promise<StateCheck[]> {
  const { bavail, blocks, bsize } = await statfs(config.dataDir)
  const [free, all] = [bavail * bsize, blocks * bsize]
  const state = free < ALMOST_NONE ? 'bad' : free < LITTLE ? 'watch' : 'good'
  return [
    {
      id: 'disk',
      name: { zh: '磁盘', en: 'Disk' },
      state,
      said: {
        zh: `剩余 ${sizeText(free)}，共 ${sizeText(all)}`,
        en: `${sizeText(free)} free of ${sizeText(all)}`,
      },
      ...(state !== 'good' && {
        remedy: { zh: '扩容，或移走旧备份', en: 'Add room, or carry old backups away' },
      }),
      facts: [{ name: { zh: '数据目录', en: 'Data folder' }, text: plain(config.dataDir) }],
    },
  ]
}

/** Whether two paths lie on one disk; a path that is not there yet is where its folder is. */
export async function isSameDisk(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([deviceOf(one), deviceOf(other)])
  return a === b
}

async function deviceOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  return found ? found.dev : dirname(path) === path ? -1 : deviceOf(dirname(path))
}
