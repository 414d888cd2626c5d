import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { scopeFor } from '@tongqu/kernel/identity'
import type { JobDefinition } from '@tongqu/kernel/job'
import { notify } from '@tongqu/kernel/notice'
import { daysBetween } from './days.ts'
import type { Deadlines, Open } from './find.ts'
import { keepTold, type Stage } from './store.ts'
import { stateOf } from './view.ts'

export const REMIND = 'customs.deadline.remind'
const HOUR = 3600

/**
 * Reminds of what is due, once for each deadline and stage. What was told is kept in the transaction that tells it; the
 * stage is the nearest that is reached, so that after a standstill or a jump of the clock nobody gets all of them.
 */
export function remindJob({ roles }: Pick<HostServices, 'roles'>, deadlines: Deadlines): JobDefinition {
  const concerned = roles
    .all()
    .filter(({ id }) => scopeFor({ ...NOBODY, grants: roles.grants([id]) }, WRITE) !== undefined)
    .map(({ id }) => id)
  return {
    name: REMIND,
    title: { zh: '期限提醒', en: 'Remind of deadlines' },
    everySeconds: HOUR,
    run: context => context.work(work => remind(work, deadlines, concerned)),
  }
}

const WRITE = 'customs.declaration.write'
const NOBODY = { roles: [], language: 'zh', channel: 'job' } as const

async function remind(work: UnitOfWork, deadlines: Deadlines, roles: readonly string[]): Promise<void> {
  const today = legalDay(work.now)
  const before = deadlines.setting<Record<string, readonly string[]>>(today, 'deadlines.reminders')
  const early = Math.max(0, ...Object.values(before).flat().map(Number))
  const reached = (await deadlines.open(work.tx, today, early)).flatMap(open => {
    const stage = stageOf(open, before[open.rule.what] ?? [], today)
    return stage === undefined
      ? []
      : [{ open, stage: { party: open.party, what: open.rule.what, until: open.until, stage } }]
  })
  const fresh = await keepTold(
    work.tx,
    reached.map(each => each.stage),
    work.now,
  )
  for (const { open, stage } of reached) if (fresh.has(nameOf(stage))) tell(work, open, stage, today, roles)
}

/** The nearest stage that is reached; undefined: none is yet. */
export function stageOf(
  { rule, opens, until }: Pick<Open, 'rule' | 'opens' | 'until'>,
  before: readonly string[],
  today: string,
): string | undefined {
  if (before.length === 0) return undefined
  const state = stateOf(rule, { opens, until }, today)
  if (state === 'late') return 'late'
  if (state !== 'due') return undefined
  const left = daysBetween(today, until)
  const nearest = Math.min(...before.map(Number).filter(days => left <= days))
  return Number.isFinite(nearest) ? String(nearest) : undefined
}

const nameOf = ({ party, what, until, stage }: Stage) => `${party} ${what} ${until} ${stage}`

function tell(
  work: UnitOfWork,
  { rule, party, declarations, accounts }: Open,
  { what, until, stage }: Stage,
  today: string,
  roles: readonly string[],
): void {
  const cause = `customs.deadline/${party}/${what}/${until}/${stage}`
  const { zh = what, en = what } = rule.entry.title ?? {}
  const days = daysBetween(today, until)
  const text =
    stage === 'late'
      ? {
          zh: `${zh}：${declarations} 份申报已于 ${until} 到期，尚未办理`,
          en: `${en}: ${declarations} declarations were due on ${until} and it is not done`,
        }
      : {
          zh: `${zh}：${declarations} 份申报最晚 ${until} 办理（${days === 0 ? '今日到期' : `还有 ${days} 天`}）`,
          en: `${en}: ${declarations} declarations are due by ${until} (${days === 0 ? 'today' : `${days} days left`})`,
        }
  const page = '/declarations'
  for (const account of accounts) notify(work, { to: { account }, cause, text, page })
  for (const role of roles) notify(work, { to: { party, role }, cause, text, page })
}
