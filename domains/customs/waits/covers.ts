import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Waiting, WaitingItem } from '@tongqu/kernel/desk'
import { addDays } from '../deadline/days.ts'
import { same } from '../find/plans.ts'
import { ofParty, valuesOf } from './own.ts'

/** Days before its end that a guarantee is shown. */
const AHEAD = 45
/** A guarantee whose end is longer past is nobody's work any more. */
const BEHIND = 30

const ending: Waiting = {
  kind: 'customs.guarantee.ending',
  name: { zh: '将到期的担保', en: 'Guarantees that end soon' },
  todo: { zh: '续保或变更', en: 'Renew or change it' },
  permission: 'customs.guarantee.read',
  also: ['customs.guarantee.admit'],
  page: '/covers',
  async find(work, most) {
    const today = legalDay(work.now)
    const rows = await work.query<{
      id: string
      number: string
      name: string
      party_id: string
      to_day: string
    }>(
      `select id, number, name, party_id, to_day from customs.guarantee
       where to_day between $1 and $2 order by to_day limit $3`,
      [addDays(today, -BEHIND), addDays(today, AHEAD), most],
    )
    return rows.map(({ id, number, name, party_id, to_day }) => ({
      number,
      title: same(name),
      party: party_id,
      page: `/covers/guarantees/${id}`,
      due: to_day,
    }))
  },
}

const bills = {
  name: { zh: '未缴的税单', en: 'Tax bills to be paid' },
  page: '/covers/taxes',
  find: unpaid,
}
const toPay: Waiting = {
  ...bills,
  kind: 'customs.tax.toPay',
  todo: { zh: '按税单缴纳', en: 'Pay by the bill' },
  permission: 'customs.tax.read',
  also: ['customs.declaration.write'],
}
const toState: Waiting = {
  ...bills,
  kind: 'customs.tax.toState',
  todo: { zh: '登记缴款', en: 'State that it was paid' },
  permission: 'customs.tax.manage',
}

async function unpaid(work: UnitOfWork, most: number, party: string | undefined): Promise<WaitingItem[]> {
  const rows = await work.query<{
    id: string
    tax_no: string
    list_no: string
    party_id: string
    received_at: Date
  }>(
    `select id, tax_no, list_no, party_id, received_at from customs.tax_bill
     where state in ('made', 'summed') ${ofParty(party)} order by received_at limit $1`,
    valuesOf(most, party),
  )
  return rows.map(({ id, tax_no, list_no, party_id, received_at }) => ({
    number: tax_no,
    title: { zh: `清单 ${list_no}`, en: `List ${list_no}` },
    party: party_id,
    page: `/covers/taxes/${id}`,
    since: received_at,
  }))
}

const counts: Waiting = {
  kind: 'customs.book.counted',
  name: { zh: '待核准的账册盘点', en: 'Counts of books to be agreed to' },
  todo: { zh: '核准或退回', en: 'Agree or send back' },
  permission: 'customs.book.approve',
  page: '/covers/books',
  async find(work, most) {
    const rows = await work.query<{
      book_id: string
      number: string
      firm_name: string
      party_id: string
      at: Date
    }>(
      `select c.book_id, b.number, b.firm_name, c.party_id, c.at from customs.book_count c
       join customs.book b on b.id = c.book_id where c.state = 'counted' order by c.at limit $1`,
      [most],
    )
    return rows.map(({ book_id, number, firm_name, party_id, at }) => ({
      number,
      title: same(firm_name),
      party: party_id,
      page: `/covers/books/${book_id}`,
      since: at,
    }))
  },
}

export const coverWaits: readonly Waiting[] = [ending, toPay, toState, counts]
