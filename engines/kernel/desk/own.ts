import type { Text } from '../text/index.ts'
import type { Waiting } from './waiting.ts'

/** Events that stay unsealed longer than this are a fault, milliseconds. */
const UNSEALED_TOO_LONG = 10 * 60_000

const notices: Waiting = {
  kind: 'kernel.notice.unread',
  name: { zh: '未读通知', en: 'Unread notices' },
  todo: { zh: '查看', en: 'Read' },
  permission: 'signed-in',
  page: '/notices',
  async find(work, most) {
    const rows = await work.query<{ text: Text; page: string | null; at: Date }>(
      `select text, page, at from kernel.notice where account_id = $1 and read_at is null order by at desc limit $2`,
      [work.actor.account ?? null, most],
    )
    return rows.map(({ text, page, at }) => ({ title: text, page: page ?? '/notices', since: at }))
  },
}

const failedJobs: Waiting = {
  kind: 'kernel.job.failed',
  name: { zh: '失败的后台任务', en: 'Jobs that failed' },
  todo: { zh: '重试或取消', en: 'Try again or cancel' },
  permission: 'kernel.job.retry',
  page: '/admin/jobs?state=failed',
  async find(work, most) {
    const rows = await work.query<{ id: string; name: string; error: string | null; updated_at: Date }>(
      `select id, name, error, updated_at from job.listed('failed', null, null, null, $1)`,
      [most],
    )
    return rows.map(({ id, name, updated_at }) => ({
      number: id,
      title: { zh: name, en: name },
      page: '/admin/jobs?state=failed',
      since: updated_at,
    }))
  },
}

const unsealed: Waiting = {
  kind: 'kernel.audit.unsealed',
  name: { zh: '尚未封存的审计', en: 'Audit that was not sealed' },
  todo: { zh: '校验审计', en: 'Verify the audit' },
  permission: 'kernel.audit.read',
  page: '/admin/audit',
  async find(work) {
    const [row] = await work.query<{ at: Date; position: string }>(
      `select e.at, b.position from kernel.event_batch b join kernel.event e on e.id = b.first_id
       where b.position > (select coalesce(max(to_position), 0) from kernel.audit_block) order by b.position limit 1`,
    )
    if (!row || row.at.getTime() > work.now.getTime() - UNSEALED_TOO_LONG) return []
    const title = { zh: `自第 ${row.position} 条起`, en: `From position ${row.position} on` }
    return [{ title, page: '/admin/audit', since: row.at, isLate: true }]
  },
}

/** What of the kernel's own waits for somebody. */
export const kernelWaits: readonly Waiting[] = [notices, failedJobs, unsealed]
