import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { HostServices } from '@tongqu/kernel/host'
import type { Refusal } from '@tongqu/kernel/refusal'
import { type Condition, conditionOf } from '@tongqu/messages'
import { allRecords, latestEditions } from '@tongqu/register'
import type { Rulebook } from '../rules/of-packs.ts'
import type { LoadedTables } from '../tables/loaded.ts'
import { type Counter, noCounter } from './counter/port.ts'
import type { Assembled } from './form/assemble.ts'
import { type CodeBook, type CodeTableRows, codeBook, type NumericCodes } from './form/codes.ts'
import type { DecSettings } from './form/dec/settings.ts'
import { isKind, kindOf } from './form/kinds.ts'
import { type Precedence, type Precedences, precedenceOf } from './life/precedence.ts'
import type { DeclarantRow, DeclarationRow, Given } from './rows.ts'

/** What declarations stand on: rules, tables, files and the counter. */
export interface DeclarationParts {
  readonly services: Pick<
    HostServices,
    'files' | 'identityNumbers' | 'clock' | 'log' | 'config' | 'call' | 'database'
  >
  readonly rules: Rulebook
  readonly tables: LoadedTables
}

/** What a declaration is made anew from, when something is given for it or corrected. */
export interface Remaking {
  readonly declaration: DeclarationRow
  readonly declarant: DeclarantRow
  readonly given: Given
  readonly day: string
  readonly codes: CodeBook
}

/** Makes a declaration that is about no order of a plan: a monthly summary, a bonded list. */
export type Remake = (work: UnitOfWork, of: Remaking) => Promise<Assembled | Refusal>

/** The parts with what is read from them and kept. */
export interface Desk extends DeclarationParts {
  codes(tx: Tx, day: string): Promise<CodeBook>
  conditions(day: string): readonly Condition[]
  precedence(day: string): Precedences
  setting<T>(day: string, id: string): T
  /** What the day's pack says of customs declarations. */
  decSettings(day: string): DecSettings
  readonly counter: Counter
  /** How declarations that are about no order are made anew, by their form. */
  readonly remakes: ReadonlyMap<string, Remake>
}

export function desk(
  parts: DeclarationParts,
  counter: Counter = noCounter,
  remakes: ReadonlyMap<string, Remake> = new Map(),
): Desk {
  const { rules, tables } = parts
  const setting = <T>(day: string, id: string): T => {
    const found = rules.parameters.at(day).get(id)
    if (found === undefined) throw new Error(`No pack says ${id} for ${day}.`)
    return found.value as T
  }
  let stamp: string | undefined
  let rows: ReadonlyMap<string, readonly CodeTableRows[]> = new Map()
  const conditions = daily(day => conditionsOf(rules, day))
  const precedence = daily(day => {
    const tables = new Map<string, Precedence>()
    return (kind: string) => {
      const id = isKind(kind) ? kindOf(kind).precedence : 'declaration.receipts'
      if (!tables.has(id)) tables.set(id, precedenceOf(setting(day, id)))
      return tables.get(id)!
    }
  })
  return {
    ...parts,
    counter,
    remakes,
    setting,
    conditions,
    decSettings: daily(day => ({
      terms: setting(day, 'declaration.dec_terms'),
      levy: setting(day, 'declaration.dec_levy'),
      contract: setting(day, 'declaration.dec_contract'),
      statements: setting(day, 'declaration.dec_statements'),
    })),
    precedence,
    async codes(tx, day) {
      const now = await stampOf(tx)
      if (now !== stamp) {
        rows = await codeTables(tx)
        stamp = now
      }
      const kilograms = setting<Record<string, string>>(day, 'units.kilograms')
      const own = Object.keys(kilograms).filter(unit => kilograms[unit] === '1')
      const numeric = setting<NumericCodes>(day, 'declaration.numeric_codes')
      return codeBook(table => rows.get(table), await tables.current(tx), numeric, own)
    },
  }
}

function daily<T>(make: (day: string) => T): (day: string) => T {
  let kept: { readonly day: string; readonly value: T } | undefined
  return day => {
    if (kept?.day !== day) kept = { day, value: make(day) }
    return kept.value
  }
}

function conditionsOf({ parameters }: Rulebook, day: string): Condition[] {
  const snapshot = parameters.at(day)
  return snapshot
    .ids()
    .filter(id => id.startsWith('messages.'))
    .map(id => {
      const condition = conditionOf(id, snapshot.get(id)!)
      if ('code' in condition) throw new Error(`${id}: ${condition.code} ${condition.key}`)
      return condition
    })
}

const STAMP = `select coalesce(max(id::text), '') as stamp from register.batch where register like 'customs.codes.%'`

async function stampOf(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ stamp: string }>(STAMP)
  return row!.stamp
}

const PREFIX = 'customs.codes.'

async function codeTables(tx: Tx): Promise<Map<string, readonly CodeTableRows[]>> {
  const found = new Map<string, readonly CodeTableRows[]>()
  for (const { register } of await latestEditions(tx, `${PREFIX}%`)) {
    const records = await allRecords<{ code: string; extra?: { formerCustomsCode?: string } }>(tx, register)
    const rows = records.map(({ data: { code, extra } }) => ({
      code,
      ...(extra?.formerCustomsCode && { former: extra.formerCustomsCode }),
    }))
    found.set(register.slice(PREFIX.length), rows)
  }
  return found
}
