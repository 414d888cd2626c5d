import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import type { Desk } from '../env.ts'
import type { Documents } from '../form/match.ts'
import { makeDeclaration } from '../make.ts'
import * as orderStore from '../order-store.ts'
import * as recordStore from '../record-store.ts'
import { declarationRefusals } from '../refusals.ts'
import * as store from '../store.ts'
import { comparison } from './compare.ts'
import type { Matched } from './contract.ts'
import { type DeclarationNamed, declarationNamed } from './store.ts'

const COLUMNS = ['CEB311', 'CEB411', 'CEB511', 'CEB621']

/** The documents of a retail import as they are told to the customs, or, of a draft, as they would be. */
export async function matchOf(
  work: UnitOfWork,
  desk: Desk,
  id: string,
): Promise<Static<typeof Matched> | Refusal> {
  const declaration = await declarationNamed(work.tx, id)
  if (!declaration) return declarationRefusals.refuse('declaration.not_found', { id }, '/id')
  const records = await recordStore.recordsOf(work.tx, declaration.id)
  const kept = records.map(({ kind, content }) => [kind, content] as const)
  const documents: Documents = Object.fromEntries(
    kept.length > 0 ? kept : await wouldBe(work, desk, declaration),
  )
  const there = COLUMNS.filter(kind => Object.hasOwn(documents, kind))
  return there.length < 2 ? { messages: [], rows: [] } : comparison(documents, there)
}

async function wouldBe(work: UnitOfWork, desk: Desk, declaration: DeclarationNamed) {
  const { id, party_id: party, given, number } = declaration
  const declarant = await store.declarantOf(work.tx, party)
  const orders = await orderStore.ordersOf(work.tx, id)
  if (!declarant || orders.length === 0) return []
  const day = legalDay(work.now)
  const making = { day, codes: await desk.codes(work.tx, day), declarant }
  const made = makeDeclaration(desk, making, orders, { given, copNo: number })
  return (made?.assembled.records ?? []).map(({ kind, content }) => [kind, content] as const)
}
