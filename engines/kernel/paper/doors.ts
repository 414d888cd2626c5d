import type { Static } from 'typebox'
import type { Download, UnitOfWork } from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import { withoutIdentityNumbers } from '../log/index.ts'
import type { Refusal } from '../refusal/index.ts'
import type { Issued } from './contract.ts'
import { paperRefusals } from './refusals.ts'
import { endPaper, type PaperRow, paperById, papersOf } from './store.ts'
import { issuedPaper, standingNow } from './view.ts'

/* What a domain's calls do with its papers, each inside the unit of work it is given. */

const unknown = (id: string) => paperRefusals.refuse('paper.not_found', { id }, '/id')
/** A domain's records begin with its name: nobody reaches another domain's papers through its calls. */
const isOf = (domain: string, row: PaperRow | undefined): row is PaperRow =>
  row?.record.startsWith(`${domain}.`) ?? false

/** A paper of the domain's, as far as the transaction sees it. */
export async function findPaper(work: UnitOfWork, domain: string, id: string): Promise<PaperRow | Refusal> {
  const row = await paperById(work.tx, id)
  return isOf(domain, row) ? row : unknown(id)
}

/** The very bytes that were issued. */
export const paperFile = ({ files }: Pick<HostServices, 'files'>, { name, sm3 }: PaperRow): Download => ({
  name,
  type: 'application/pdf',
  content: files.read(sm3),
})

/** Papers of a record as their owner sees them, the last first. */
export async function listPapers(
  work: UnitOfWork,
  services: Pick<HostServices, 'registry' | 'address'>,
  record: string,
): Promise<Static<typeof Issued>[]> {
  const rows = await papersOf(work.tx, record)
  const papers = []
  for (const row of rows) papers.push(await shownPaper(work, services, row))
  return papers
}

/** A paper as its owner sees it. */
export async function shownPaper(
  work: UnitOfWork,
  services: Pick<HostServices, 'registry' | 'address'>,
  row: PaperRow,
): Promise<Static<typeof Issued>> {
  const standing = await standingNow(work.tx, () => services.registry().papers(), row)
  return issuedPaper(row, standing, services.address.origin)
}

/** Keeps in the audit that somebody had a paper with identity numbers. */
export function tellOfPaper(work: UnitOfWork, { id, record, sm3 }: PaperRow): void {
  work.emit({ type: 'kernel.paper.told', record, data: { paper: id, sm3 } })
}

/** Withdraws a paper; its checkers read the reason. */
export async function withdrawPaper(
  work: UnitOfWork,
  { id, record, sm3 }: PaperRow,
  given: string,
): Promise<{ readonly id: string } | Refusal> {
  const reason = withoutIdentityNumbers(given)
  const end = { as: 'withdrawn', at: work.now, by: work.actor.account, reason } as const
  if (!(await endPaper(work.tx, id, end))) return unknown(id)
  work.emit({ type: 'kernel.paper.withdrawn', record, data: { paper: id, sm3 } })
  return { id }
}
