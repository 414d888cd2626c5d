import { readFile } from 'node:fs/promises'
import { systemClock } from '../clock/index.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { HostServices } from '../host/services.ts'
import type { StateCheck } from './check.ts'
import { plain, sizeText, spanText } from './words.ts'

/** Which version of the product runs, and since when. */
export async function productState({ config }: HostServices): Promise<StateCheck[]> {
  // All workspaces carry the product's one version; the kernel's stands beside its code wherever it is put.
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const runs = performance.now()
  const since = spanText(runs)
  return [
    {
      id: 'product',
      name: { zh: '程序', en: 'Program' },
      state: 'good',
      said: { zh: `已运行 ${since.zh}`, en: `Has run for ${since.en}` },
      facts: [
        { name: { zh: '版本', en: 'Version' }, text: plain(version) },
        { name: { zh: '启动于', en: 'Since' }, at: new Date(systemClock.now().getTime() - runs) },
        {
          name: { zh: '环境', en: 'Environment' },
          text:
            config.environment === 'production'
              ? { zh: '生产', en: 'production' }
              : { zh: '演示', en: 'demonstration' },
        },
        { name: plain('Node.js'), text: plain(process.version) },
        { name: { zh: '内存', en: 'Memory' }, text: plain(sizeText(process.memoryUsage.rss())) },
      ],
    },
  ]
}

/** Which versions of the packs rule. */
export async function packState(work: UnitOfWork, { packs }: HostServices): Promise<StateCheck[]> {
  const rows = await work.query<{ id: string; digest: string; applied_at: Date }>(
    'select distinct on (id) id, digest, applied_at from kernel.pack order by id, applied_at desc, run desc',
  )
  const other = packs.filter(pack => rows.find(row => row.id === pack.id)?.digest !== pack.digest)
  return [
    {
      id: 'packs',
      name: { zh: '数据包', en: 'Packs' },
      state: other.length > 0 ? 'watch' : packs.length > 0 ? 'good' : 'unknown',
      said:
        other.length > 0
          ? {
              zh: `${other.map(pack => pack.id).join('、')} 尚未应用`,
              en: `${other.map(pack => pack.id).join(', ')} is not applied`,
            }
          : packs.length > 0
            ? { zh: '运行的就是已应用的版本', en: 'What runs is what was applied' }
            : { zh: '启动时没有数据包', en: 'It was started without a pack' },
      ...(other.length > 0 && {
        remedy: { zh: '重新启动即应用', en: 'They are applied at the next start' },
      }),
      facts: rows.map(({ id, digest, applied_at: at }) => ({
        name: plain(`${id} ${digest.replace('sm3:', '').slice(0, 12)}`),
        at,
      })),
      page: '/admin/packs',
    },
  ]
}
