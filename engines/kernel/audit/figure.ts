import { placedBetween } from '../event/placed.ts'
import type { Figure } from '../figure/index.ts'

/** Events are sealed seconds after they are placed: what waits longer than this, milliseconds, is stuck. */
const PATIENCE = 60_000

const SEALED = 'select coalesce(max(to_position), 0)::text as position from kernel.audit_block'
const UNSEALED = `select count(*)::int as n from (${placedBetween('e.at', 'e.at < $3')}) e`
const END = '9000000000000000000'

/** Events that no block seals although it is time: until then nothing proves that they were not changed. */
export const unsealedFigure: Figure = {
  key: 'kernel.audit.unsealed',
  name: { zh: '审计未封存', en: 'Audit not sealed' },
  about: {
    zh: '一分钟前已记入而尚未封存的事件；封存前无法证明未被改动',
    en: 'Events of more than a minute ago that no block seals: nothing proves yet that they were not changed',
  },
  unit: 'count',
  permission: 'kernel.audit.verify',
  // Blocks and the log's positions are seen by the system alone; only how many there are is told.
  unsafeScope: 'system',
  chart: 'alarm',
  isOfPeriod: false,
  keptFor: 15,
  records: '/admin',
  async ask({ work }) {
    const [sealed] = await work.query<{ position: string }>(SEALED)
    const next = (BigInt(sealed!.position) + 1n).toString()
    const before = new Date(work.now.getTime() - PATIENCE)
    const [row] = await work.query<{ n: number }>(UNSEALED, [next, END, before])
    return { value: String(row!.n) }
  },
}
