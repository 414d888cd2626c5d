import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { AccountFlags, accountsNow, availableOn, openAccounts, type StandingAccount } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { admit as admitTo, admittedTo, someParty } from '../cover/admit.ts'
import { pieces, yuan } from '../cover/decimal.ts'
import { lockedRoom } from '../cover/look.ts'
import { coverRefusals } from '../cover/refusals.ts'
import { postAll } from '../cover/reserve.ts'
import { freed, willFree } from '../cover/settle.ts'
import { CNY, GUARANTEE_ACCOUNTS, GUARANTEE_MOVES } from './chart.ts'
import type * as contract from './contract.ts'
import * as store from './store.ts'

/* The use cases of guarantees, each inside the unit of work it is given. */

type Shown = Static<typeof contract.Guarantee>
const refuse = coverRefusals.refuse
const PAGE = 50

/** Registers a guarantee that the customs have accepted; from then on lists that name the firm there rest on it. */
export async function register(
  work: UnitOfWork,
  input: Static<typeof contract.RegisterGuarantee>,
): Promise<Shown | Refusal> {
  const { code, name, office, number, from, to } = input
  const party = await someParty(work, input.party)
  if (isRefusal(party)) return party
  const amount = money(input.amount, '/amount')
  if (isRefusal(amount)) return amount
  if (to < from) return refuse('cover.days_crossed', {}, '/to')
  const row: store.GuaranteeRow = {
    id: work.newId(),
    party_id: party,
    code,
    name,
    office,
    number,
    from_day: from,
    to_day: to,
    amount: amount.toString(),
    given_account: work.newId(),
    due_account: work.newId(),
  }
  const { account } = work.actor
  if (!(await store.addGuarantee(work.tx, row, { at: work.now, account })))
    return refuse('guarantee.taken', { code, office, number }, '/number')
  const opened = await openOf(work, row)
  if (isRefusal(opened)) return opened
  await give(work, row, amount)
  work.emit({
    type: 'customs.guarantee.registered',
    record: `customs.guarantee/${row.id}`,
    data: { code, office, number, amount: yuan(amount), from, to },
  })
  return shownOf(work, row)
}

function money(text: string, place: string): bigint | Refusal {
  const amount = pieces(text, 2)
  return amount === undefined || amount === 0n ? refuse('cover.bad_amount', { value: text }, place) : amount
}

async function openOf(work: UnitOfWork, row: store.GuaranteeRow): Promise<Refusal | undefined> {
  const { debits_must_not_exceed_credits: limited } = AccountFlags
  const of = { party_id: row.party_id, ledger: CNY, record: `customs.guarantee/${row.id}` }
  const label = (zh: string, en: string) => ({
    label: { zh: `${row.number} ${zh}`, en: `${row.number} ${en}` },
  })
  const results = await openAccounts(work, [
    {
      ...of,
      id: row.id,
      code: GUARANTEE_ACCOUNTS.left,
      flags: limited,
      ...label('担保余额', 'guarantee, left'),
    },
    {
      ...of,
      id: row.due_account,
      code: GUARANTEE_ACCOUNTS.due,
      flags: limited,
      ...label('待缴税款', 'taxes due'),
    },
    {
      ...of,
      id: row.given_account,
      code: GUARANTEE_ACCOUNTS.given,
      ...label('担保来源', 'guarantee, given'),
    },
  ])
  return isRefusal(results) ? results : undefined
}

async function give(work: UnitOfWork, row: store.GuaranteeRow, change: bigint): Promise<void> {
  const [debit, credit] = change > 0n ? [row.given_account, row.id] : [row.id, row.given_account]
  const code = change > 0n ? GUARANTEE_MOVES.raised : GUARANTEE_MOVES.lowered
  const amount = change > 0n ? change : -change
  const accounts = { debit_account_id: debit, credit_account_id: credit }
  await postAll(work, [{ id: work.newId(), ...accounts, amount, ledger: CNY, code }])
}

/** Raises, lowers or extends a guarantee. What is held or called upon cannot be taken back. */
export async function change(
  work: UnitOfWork,
  { id, amount: text, to: last, reason }: Static<typeof contract.ChangeGuarantee>,
): Promise<Shown | Refusal> {
  const row = await store.takeGuarantee(work.tx, id)
  if (!row) return refuse('guarantee.not_found', {}, '/id')
  const amount = text === undefined ? BigInt(row.amount) : money(text, '/amount')
  if (isRefusal(amount)) return amount
  const to = last ?? row.to_day
  if (to < row.from_day) return refuse('cover.days_crossed', {}, '/to')
  await willFree(work, [id])
  const room = await lockedRoom(work.tx, [
    { cover: row.id, against: row.due_account, isIn: false },
    { cover: row.id, against: row.given_account, isIn: true },
  ])
  const more = amount - BigInt(row.amount)
  if (-more > room.of(row.id)) return refuse('guarantee.in_use', { left: yuan(room.of(row.id)) }, '/amount')
  if (more !== 0n) await give(work, row, more)
  await store.changeGuarantee(work.tx, id, { amount, to })
  // A longer term lets lists go as well as a larger sum.
  if (more > 0n || to > row.to_day) await freed(work, [id])
  work.emit({
    type: 'customs.guarantee.changed',
    record: `customs.guarantee/${id}`,
    data: { amount: yuan(amount), before: yuan(BigInt(row.amount)), to, reason },
  })
  return shownOf(work, { ...row, amount: amount.toString(), to_day: to })
}

export async function list(
  work: UnitOfWork,
  { after, limit = PAGE }: Static<typeof contract.ListGuarantees>,
): Promise<Static<typeof contract.GuaranteeList>> {
  const rows = await store.listGuarantees(work.tx, after, limit)
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { guarantees: await allShown(work, rows), ...(last && { next: last.id }) }
}

export async function read(
  work: UnitOfWork,
  { id }: Static<typeof contract.ReadGuarantee>,
): Promise<Static<typeof contract.GuaranteeRead> | Refusal> {
  const row = await store.findGuarantee(work.tx, id)
  if (!row) return refuse('guarantee.not_found', {}, '/id')
  return { ...(await shownOf(work, row)), admitted: await admittedTo(work, id) }
}

export async function admit(
  work: UnitOfWork,
  { id, party: name }: Static<typeof contract.AdmitTo>,
  isAdmitted: boolean,
): Promise<Static<typeof contract.Admitted> | Refusal> {
  const row = await store.findGuarantee(work.tx, id)
  if (!row) return refuse('guarantee.not_found', {}, '/id')
  const party = await someParty(work, name)
  if (isRefusal(party)) return party
  const refused = await admitTo(work, 'guarantee', row, { party, isAdmitted })
  return refused ?? { id, party }
}

async function shownOf(work: UnitOfWork, row: store.GuaranteeRow): Promise<Shown> {
  const [one] = await allShown(work, [row])
  return one!
}

async function allShown(work: UnitOfWork, rows: readonly store.GuaranteeRow[]): Promise<Shown[]> {
  const accounts = await accountsNow(
    work.tx,
    rows.flatMap(row => [row.id, row.due_account]),
  )
  const waiting = await store.waitingFor(
    work.tx,
    rows.map(row => row.id),
  )
  const today = legalDay(work.now)
  return rows.map(row => shown(row, accounts, { today, waiting: waiting.get(row.id) ?? 0 }))
}

function shown(
  row: store.GuaranteeRow,
  accounts: ReadonlyMap<string, StandingAccount>,
  { today, waiting }: { readonly today: string; readonly waiting: number },
): Shown {
  const [own, due] = [accounts.get(row.id)!, accounts.get(row.due_account)!]
  return {
    id: row.id,
    party: row.party_id,
    code: row.code,
    name: row.name,
    office: row.office,
    number: row.number,
    from: row.from_day,
    to: row.to_day,
    amount: yuan(BigInt(row.amount)),
    left: yuan(availableOn(own)),
    held: yuan(own.debits_pending),
    due: yuan(due.credits_posted - due.debits_posted),
    isValid: row.from_day <= today && today <= row.to_day,
    waiting,
  }
}
