import { systemClock } from '../clock/index.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { HostServices } from '../host/services.ts'
import type { StateCheck } from './check.ts'
import { plain, sizeText } from './words.ts'

const NAME = { zh: '数据库', en: 'Database' }

/** Whether it answers, which it is, how large; how far its clock is from the server's. */
export async function databaseState(work: UnitOfWork, services: HostServices): Promise<StateCheck[]> {
  const asked = performance.now()
  const before = systemClock.now().getTime()
  // The database's own clock is what is looked at here; nothing is written by it.
  const [row] = await work.query<{ version: string; bytes: string; now: Date }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
       clock_timestamp() as now`,
  )
  const took = performance.now() - asked
  const { pool } = services.database
  const isBusy = pool.waitingCount > 0
  return [
    {
      id: 'database',
      name: NAME,
      state: isBusy ? 'watch' : 'good',
      said: isBusy
        ? {
            zh: `能应答，但有 ${pool.waitingCount} 个请求在等连接`,
            en: `It answers, but ${pool.waitingCount} requests wait for a connection`,
          }
        : { zh: '能应答', en: 'It answers' },
      ...(isBusy && {
        remedy: {
          zh: '若长时间如此，查看哪些调用耗时长（/metrics），或换更快的数据库',
          en: 'If it stays so, see which calls take long (/metrics), or give it a faster database',
        },
      }),
      facts: [
        { name: { zh: '版本', en: 'Version' }, text: plain(`PostgreSQL ${row!.version}`) },
        { name: { zh: '大小', en: 'Size' }, text: plain(sizeText(Number(row!.bytes))) },
        {
          name: { zh: '所在', en: 'Where' },
          text: services.config.databaseUrl
            ? { zh: 'DATABASE_URL 指定的服务器', en: 'the server that DATABASE_URL names' }
            : { zh: '本机内置', en: 'embedded, on this machine' },
        },
        { name: { zh: '应答用时', en: 'Answered in' }, text: plain(`${took.toFixed(1)} ms`) },
        {
          name: { zh: '连接', en: 'Connections' },
          text: plain(`${pool.totalCount - pool.idleCount} / ${pool.totalCount}`),
        },
      ],
    },
    clockState(services, row!.now.getTime() - (before + took / 2)),
  ]
}

/** Apart by more than this the two clocks are not one time any more, milliseconds. */
const APART = 1000
const FAR_APART = 10_000

function clockState({ clock, config }: HostServices, skew: number): StateCheck {
  const name = { zh: '时钟', en: 'Clock' }
  const off = Math.abs(Math.round(skew))
  const facts = [
    { name: { zh: '与数据库相差', en: 'Apart from the database' }, text: plain(`${off} ms`) },
    { name: { zh: '系统时间', en: 'Time here' }, at: clock.now() },
  ]
  if (clock.simulated)
    return {
      id: 'clock',
      name,
      state: 'watch',
      said: { zh: '运行在模拟时钟上（演示）', en: 'It runs on a simulated clock (a demonstration)' },
      remedy: { zh: '去掉 TONGQU_CLOCK 即用真实时间', en: 'Without TONGQU_CLOCK it runs on the real time' },
      facts,
    }
  const isApart = off >= APART
  return {
    id: 'clock',
    name,
    state: off >= FAR_APART ? 'bad' : isApart ? 'watch' : 'good',
    said: isApart
      ? { zh: '服务器与数据库的时钟不一致', en: 'The clocks of the server and the database differ' }
      : config.databaseUrl
        ? {
            zh: '服务器与数据库的时钟一致；两者是否都准，这里看不出',
            en: 'Server and database agree; whether both are right cannot be seen here',
          }
        : {
            zh: '与数据库同机同钟；是否准确，这里看不出',
            en: 'One machine, one clock; whether it is right cannot be seen here',
          },
    ...(isApart && {
      remedy: { zh: '在两台机器上启用 NTP 对时', en: 'Keep both machines in time by NTP' },
    }),
    facts,
  }
}
