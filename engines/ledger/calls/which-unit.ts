import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { ledgerRefusals } from '../refusals.ts'
import type { Unit } from '../store/unit.ts'

const COLUMNS = 'number, kind, code, scale, name'
const BY_NUMBER = `select ${COLUMNS} from ledger.unit where number = $1::int`
const BY_CODE = `
  select ${COLUMNS} from ledger.unit where code = $1 or (kind || '/' || code) = $1 order by number limit 2`
const NUMBER = /^\d{1,9}$/

/** The unit of account that a person named, as far as the caller may see it: a number, a code, or kind and code. */
export async function whichUnit(work: UnitOfWork, named: string, place = '/unit'): Promise<Unit | Refusal> {
  const rows = NUMBER.test(named)
    ? await work.query<Unit & Record<string, unknown>>(BY_NUMBER, [named])
    : await work.query<Unit & Record<string, unknown>>(BY_CODE, [named])
  if (rows.length > 1) return ledgerRefusals.refuse('ledger.unit_ambiguous', { unit: named }, place)
  return rows[0] ?? ledgerRefusals.refuse('ledger.unit_unknown', { unit: named }, place)
}
