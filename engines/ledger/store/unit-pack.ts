import { isLegalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Pack } from '@tongqu/kernel/pack'
import type { Refusal } from '@tongqu/kernel/refusal'
import { readSheets } from '@tongqu/sheet'
import { ledgerRefusals } from '../refusals.ts'
import { whilePosting } from './posting.ts'
import type { NewUnit, Unit } from './unit.ts'

/** A unit of account as a pack lists it, in `units/*.csv`. */
export interface PackUnit extends NewUnit {
  /** Below 1000; absent: the next free one from 1000 up. */
  readonly number?: number
  /** Legal days between which accounts are opened in it, both inclusive. */
  readonly begins_on?: string
  readonly ends_on?: string
  /** `cn/units/currencies.csv` */
  readonly pack: string
  readonly source: string
  readonly strength: string
}

const HEADER = ['kind', 'code', 'number', 'scale', 'zh', 'en', 'from', 'to', 'source', 'strength'] as const
type Cells = Readonly<Record<(typeof HEADER)[number], string>>

/**
 * The units that packs list; a narrower pack's stands over a broader one's of the same kind and code.
 * @throws Error with file, row and what is wrong in it
 */
export async function unitsOfPacks(packs: readonly Pack[]): Promise<PackUnit[]> {
  const units = new Map<string, PackUnit>()
  for (const pack of packs)
    for (const [name, text] of pack.files) {
      if (!name.startsWith('units/') || !name.endsWith('.csv')) continue
      for (const unit of await unitsOf(`${pack.id}/${name}`, text))
        units.set(`${unit.kind} ${unit.code}`, unit)
    }
  const numbered = new Map<number, PackUnit>()
  for (const unit of units.values()) {
    const other = unit.number && numbered.get(unit.number)
    if (other) throw new Error(`${unit.pack}: ${unit.code} and ${other.code} have the number ${unit.number}.`)
    if (unit.number) numbered.set(unit.number, unit)
  }
  return [...units.values()]
}

async function unitsOf(file: string, text: string): Promise<PackUnit[]> {
  const units: PackUnit[] = []
  let isHeader = true
  for await (const event of readSheets(new TextEncoder().encode(text), { format: 'csv' })) {
    if (event.kind === 'refused') throw new Error(`${file}: ${event.refusal.code}`)
    if (event.kind !== 'rows') continue
    for (const { number, cells } of event.rows) {
      const texts = HEADER.map((_, index) => cells.find(cell => cell.index === index)?.text.trim() ?? '')
      if (!isHeader) units.push(unitOf(`${file} row ${number}`, file, texts))
      else if (texts.join() !== HEADER.join()) throw new Error(`${file}: its header is ${HEADER.join()}.`)
      isHeader = false
    }
  }
  return units
}

function unitOf(place: string, pack: string, texts: readonly string[]): PackUnit {
  const cells = Object.fromEntries(HEADER.map((name, n) => [name, texts[n]])) as Cells
  const must = (isRight: boolean, name: keyof Cells) => {
    if (!isRight) throw new Error(`${place}: ${name} cannot be ${JSON.stringify(cells[name])}.`)
  }
  const { kind, code, number, scale, zh, en, from, to, source, strength } = cells
  must(/^[a-z][a-z0-9_]{0,39}$/.test(kind), 'kind')
  must(code.length > 0 && code.length <= 100, 'code')
  must(number === '' || (/^\d{1,3}$/.test(number) && Number(number) > 0), 'number')
  must(/^\d{1,2}$/.test(scale) && Number(scale) <= 18, 'scale')
  for (const name of ['zh', 'en', 'source', 'strength'] as const) must(cells[name] !== '', name)
  for (const name of ['from', 'to'] as const) must(cells[name] === '' || isLegalDay(cells[name]), name)
  return {
    kind,
    code,
    scale: Number(scale),
    name: { zh, en },
    ...(number && { number: Number(number) }),
    ...(from && { begins_on: from }),
    ...(to && { ends_on: to }),
    pack,
    source,
    strength,
  }
}

const KEPT = `
  select u.number, u.kind, u.code, u.scale, u.name from unnest($1::text[], $2::text[], $3::int[]) as asked (kind, code, number)
  join ledger.unit u on (u.kind, u.code) = (asked.kind, asked.code) or u.number = asked.number`
const KEEP = `
  insert into ledger.unit (number, kind, code, scale, name, begins_on, ends_on, pack, source, strength, opened_at, run)
  select coalesce(number, nextval('ledger.unit_number')), kind, code, scale, name::jsonb, begins_on, ends_on, pack, source,
    strength, $11, $12
  from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[], $6::date[], $7::date[], $8::text[], $9::text[],
    $10::text[]) as n (kind, code, number, scale, name, begins_on, ends_on, pack, source, strength)
  on conflict (kind, code) do update set name = excluded.name, begins_on = excluded.begins_on,
    ends_on = excluded.ends_on, pack = excluded.pack, source = excluded.source, strength = excluded.strength
  where (unit.name, unit.begins_on, unit.ends_on, unit.pack, unit.source, unit.strength) is distinct from
    (excluded.name, excluded.begins_on, excluded.ends_on, excluded.pack, excluded.source, excluded.strength)
  returning kind, code`

/**
 * Keeps what packs list: opens what is new, changes names, days and sources. A number or scale that accounts may
 * count by already is never changed.
 * @returns kind and code of what was opened or changed; a refusal where a pack contradicts what is kept
 */
export async function keepUnits(work: UnitOfWork, units: readonly PackUnit[]): Promise<string[] | Refusal> {
  return whilePosting(work.tx, async () => {
    const kinds = units.map(unit => unit.kind)
    const codes = units.map(unit => unit.code)
    const numbers = units.map(unit => unit.number ?? null)
    const kept = await work.query<Unit & Record<string, unknown>>(KEPT, [kinds, codes, numbers])
    const wrong = kept.find(unit => !units.some(asked => agrees(asked, unit)))
    if (wrong) {
      const asked = units.find(
        ({ kind, code, number }) => (kind === wrong.kind && code === wrong.code) || number === wrong.number,
      )!
      return ledgerRefusals.refuse('ledger.unit_contradicts', {
        pack: asked.pack,
        kept: `${wrong.number} ${wrong.kind} ${wrong.code} ${wrong.scale}`,
        asked: `${asked.number ?? '—'} ${asked.kind} ${asked.code} ${asked.scale}`,
      })
    }
    const changed = await work.query<{ kind: string; code: string }>(KEEP, [
      kinds,
      codes,
      numbers,
      units.map(unit => unit.scale),
      units.map(unit => JSON.stringify(unit.name)),
      units.map(unit => unit.begins_on ?? null),
      units.map(unit => unit.ends_on ?? null),
      units.map(unit => unit.pack),
      units.map(unit => unit.source),
      units.map(unit => unit.strength),
      work.now,
      work.run,
    ])
    return changed.map(({ kind, code }) => `${kind} ${code}`)
  })
}

/** Whether what a pack lists is the unit that is kept. */
function agrees(asked: PackUnit, kept: Unit): boolean {
  const { kind, code, scale, number = kept.number } = asked
  return kind === kept.kind && code === kept.code && scale === kept.scale && number === kept.number
}
