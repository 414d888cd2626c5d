import type { UnitOfWork } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import type { JobContext, JobDefinition } from '@tongqu/kernel/job'
import { inWorker } from '@tongqu/kernel/worker'
import { renderText } from '@tongqu/tariff'
import type { Rulebook } from '../rules/of-packs.ts'
import { type OwnTables, planTables } from '../tables/index.ts'
import { setOfRegisters } from '../tables/registers.ts'
import { refusalWithoutNumbers, withoutNumbers } from './personal.ts'
import type { PieceToKeep, PlanPiece } from './pieces.ts'
import type { PlanRow, StoredRemark } from './rows.ts'
import * as store from './store.ts'
import type { PlanTask } from './worker.ts'

export const MAKE = 'customs.plan.make'

/** What plans are decided by, beside the registers. */
interface PlanParts {
  readonly rules: Rulebook
  readonly own: OwnTables
}

/*
 * A plan's life: waiting → reading → done; a plan that cannot be made → failed; one that somebody stops → cancelled.
 *
 * The job begins by removing what a killed attempt left, reads and plans the book in a thread of its own, and
 * commits piece by piece, so that progress is seen and memory stays bounded. The plan is `done` in the
 * transaction that writes its totals: until then nobody takes its pieces for the whole.
 */
export function makePlanJob(services: HostServices, parts: PlanParts): JobDefinition {
  return {
    name: MAKE,
    title: { zh: '生成通关计划', en: 'Make a plan' },
    async run(context, payload) {
      const id = String(payload.plan)
      const begun = await context.work(work => begin(work, id, services, parts))
      if (!begun) return
      const { plan, task } = begun
      const progress = { orders: 0, refused: 0 }
      const thread = inWorker<PieceToKeep>(new URL('worker.ts', import.meta.url), task, context.signal)
      // A piece that is being committed when the thread ends belongs to this attempt, not to the next one.
      let writing: Promise<void> = Promise.resolve()
      try {
        await thread.each(piece => {
          writing = context.work(work => keep(work, plan, piece, progress))
          return writing
        })
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error
        await context.work(work => store.removePieces(work.tx, id))
      } finally {
        await writing.catch(() => undefined)
      }
    },
    async failed(context, payload) {
      await context.work(work => giveUp(work, String(payload.plan), context))
    },
  }
}

/** Somebody stopped the plan while it was read. */
class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

async function begin(
  work: UnitOfWork,
  id: string,
  services: HostServices,
  { rules, own }: PlanParts,
): Promise<{ plan: PlanRow; task: PlanTask } | undefined> {
  const plan = await store.findPlan(work.tx, id)
  if (!plan || plan.state === 'done' || plan.state === 'cancelled') return undefined
  const set = await setOfRegisters(work.tx, own)
  const rates = { ...planTables(set).ratesAt(plan.date).customs, ...plan.fx }
  await store.beginReading(work.tx, id, {
    ruleset: services.packs[0]?.id ?? '',
    digest: rules.digestAt(plan.date),
    packs: services.packs.map(pack => ({ id: pack.id, digest: pack.digest })),
    rates,
    editions: set.tariffs.map(({ edition, from }) => ({ ...edition, from })),
  })
  const { kind, name, date, fx, file } = plan
  const task = { path: services.files.path(file), kind, name, date, fx, set, packs: [...services.packs] }
  return { plan, task }
}

async function keep(
  work: UnitOfWork,
  plan: PlanRow,
  piece: PieceToKeep,
  progress: { orders: number; refused: number },
): Promise<void> {
  const of = { id: plan.id, party: plan.party_id }
  if (piece.kind === 'orders') {
    const orders = await withoutNumbers(work, piece.orders)
    await store.addOrders(work.tx, of, progress.orders, orders)
    await store.addRefused(work.tx, of, progress.refused, piece.refused.map(refusalWithoutNumbers))
    const read = progress.orders + progress.refused + orders.length
    if (!(await store.setRead(work.tx, plan.id, read, Math.floor(piece.share * 100)))) throw new Cancelled()
    progress.orders += orders.length
    progress.refused += piece.refused.length
    return
  }
  await store.finish(work.tx, plan.id, work.now, { ...piece, warnings: warningsOf(piece) })
  const done = (await store.findPlan(work.tx, plan.id))!
  if (done.state !== 'done') return
  work.emit({
    type: 'customs.plan.made',
    record: `customs.plan/${plan.id}`,
    data: { number: plan.number, planned: done.planned, refused: done.refused, digest: done.ruleset_digest },
  })
}

function warningsOf({
  warnings,
  bookWarnings,
  complete,
}: Extract<PlanPiece, { kind: 'end' }>): StoredRemark[] {
  return [
    ...warnings.map(({ code, params }) => ({
      code,
      text: { zh: renderText(code, params, 'zh'), en: renderText(code, params, 'en') },
    })),
    ...bookWarnings.map(({ code, text, sheet, row, letter }) => ({
      code,
      text: { ...text },
      place: [sheet, `${letter ?? ''}${row ?? ''}`].filter(Boolean).join('!'),
    })),
    ...(complete ? [] : [INCOMPLETE]),
  ]
}

const INCOMPLETE: StoredRemark = {
  code: 'book.incomplete',
  text: {
    zh: '文件没有全部读完：见被拒的内容；此前的订单已照常规划',
    en: 'Not all of the file was read: see what was refused; the orders before it are planned',
  },
}

async function giveUp(work: UnitOfWork, id: string, context: JobContext): Promise<void> {
  const failure = {
    code: 'plan.failed',
    text: {
      zh: `试了 ${context.attempt} 次仍未完成，请把编号告知管理员：${id}`,
      en: `Not done after ${context.attempt} attempts; give an administrator this reference: ${id}`,
    },
  }
  await store.fail(work.tx, id, work.now, failure)
  // The reason stands in the log: what a failure says may quote what the book holds.
  work.emit({
    type: 'customs.plan.failed',
    record: `customs.plan/${id}`,
    data: { attempts: context.attempt },
  })
}
