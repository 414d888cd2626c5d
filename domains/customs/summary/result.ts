import type { UnitOfWork } from '@tongqu/kernel/command'
import { notify } from '@tongqu/kernel/notice'
import type { Telling } from '../declaration/counter/tellings.ts'
import type { Desk } from '../declaration/env.ts'
import * as store from './result-store.ts'

interface ResultHead extends store.ToldResult {
  readonly sumNo: string
}
interface ResultValue {
  readonly SummaryResult: readonly {
    readonly SummaryResultHead: ResultHead
    readonly SummaryResultList?: readonly store.ToldLine[]
  }[]
}

/**
 * Takes the declarations that the customs made of a summary (CEB792). They come in any order, in pieces and again: each is
 * known by its number, a later one stands over an earlier, and lines are added to those that were told.
 */
export async function takeResult(
  work: UnitOfWork,
  _desk: Desk,
  { message, party, value }: Telling,
): Promise<void> {
  const told = (value as unknown as ResultValue).SummaryResult
  const summaries = await store.summariesNumbered(
    work.tx,
    party,
    told.map(each => each.SummaryResultHead.sumNo),
  )
  const from = { message, party, at: work.now }
  const fresh = new Map<string, { readonly number: string; readonly entries: Set<string> }>()
  for (const { SummaryResultHead: head, SummaryResultList: lines = [] } of told) {
    const summary = summaries.get(head.sumNo) ?? (await store.summaryOfLists(work.tx, party, lines))
    if (!summary) {
      await store.holdResult(work.tx, head, from)
      continue
    }
    const isNew = await store.keepResult(work.tx, summary.id, head, from)
    await store.keepResultLines(work.tx, summary.id, head.declSeqNo, lines, party)
    if (isNew) {
      const one = fresh.get(summary.id) ?? { number: summary.number, entries: new Set() }
      fresh.set(summary.id, one)
      one.entries.add(head.entryId ?? head.declSeqNo)
    }
  }
  for (const [id, one] of fresh) announce(work, party, id, one)
}

function announce(
  work: UnitOfWork,
  party: string,
  id: string,
  { number, entries }: { readonly number: string; readonly entries: ReadonlySet<string> },
): void {
  work.emit({
    type: 'customs.summary.declared',
    record: `customs.declaration/${id}`,
    data: { number, declarations: [...entries] },
  })
  notify(work, {
    to: { party },
    cause: `customs.summary/${id}/declared`,
    text: {
      zh: `汇总申请 ${number} 已由海关生成报关单`,
      en: `The customs have made declarations of the summary ${number}`,
    },
    page: '/declarations',
  })
}
