import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import type { Desk } from '../declaration/env.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import type * as contract from './contract.ts'
import { type Attachments, attachmentsOf, certificateCode, kindMeant, titleOf } from './kinds.ts'
import { documentRefusals } from './refusals.ts'
import * as store from './store.ts'

/* The use cases of papers attached to declarations, each inside the unit of work it is given. */

const refuse = documentRefusals.refuse
const unknown = (id: string) => declarationRefusals.refuse('declaration.not_found', { id }, '/declaration')

/** Attaches a stored file. The same file of the same kind again is the one that is there. */
export async function attach(
  work: UnitOfWork,
  desk: Desk,
  input: Static<typeof contract.Attach>,
): Promise<{ readonly id: string } | Refusal> {
  const declaration = await store.declarationNamed(work.tx, input.declaration)
  if (!declaration) return unknown(input.declaration)
  const day = legalDay(work.now)
  const rule = attachmentsOf(desk, day)
  const { tables } = await desk.codes(work.tx, day)
  const kind = kindMeant(input.kind, rule, (table, code) => tables.has(table, code, day))
  if (kind === undefined) return refuse('document.kind_unknown', { kind: input.kind }, '/kind')
  const number = withoutIdentityNumbers(input.number?.trim() ?? '')
  if (certificateCode(kind) && !CERTIFICATE_NUMBER.test(number))
    return refuse('document.number_needed', {}, '/number')
  const { sm3, bytes, type } = input
  const unfit = unfitFile(input, rule)
  if (unfit) return unfit
  const { id: of, party_id: party } = declaration
  const name = plainName(input.name)
  await desk.services.files.name(work.tx, { sm3, bytes, type, name }, party, work.now)
  const id = work.newId()
  const file = { sm3, bytes, type, name }
  const added = { id, declaration: of, party, kind, number, ...file, at: work.now, by: work.actor.account }
  if (!(await store.addDocument(work.tx, added))) {
    const there = (await store.documentsOf(work.tx, of)).find(
      each => each.sm3 === sm3 && each.kind === kind && each.withdrawn_at === null,
    )
    return { id: there!.id }
  }
  work.emit({
    type: 'customs.document.attached',
    record: `customs.declaration/${of}`,
    data: { document: id, kind, sm3, bytes, type },
  })
  return { id }
}

/** As the declaration can say it: 32 characters of a keyboard. */
const CERTIFICATE_NUMBER = /^[\x21-\x7e][\x20-\x7e]{0,31}$/

function unfitFile({ bytes, type }: { bytes: number; type: string }, rule: Attachments): Refusal | undefined {
  if (!rule.types.includes(type))
    return refuse('document.type_refused', { type, allowed: rule.types.join(', ') }, '/type')
  const limit = Number(rule.max_bytes)
  return bytes > limit ? refuse('document.too_large', { bytes, limit }, '/bytes') : undefined
}

/** Longest name that is kept, in characters. */
const LONGEST = 120

/** The last part of a name, whichever system's path stands before it, without what does not print or turns the writing. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const plain = last.replace(/[\p{C}\u2028\u2029]/gu, '').trim()
  const kept = withoutIdentityNumbers(plain)
  return /^\.*$/.test(kept) ? 'document' : [...kept].slice(-LONGEST).join('')
}

/** The papers of a declaration, and which of those that its mode needs are there. */
export async function list(
  work: UnitOfWork,
  desk: Desk,
  { declaration: name }: Static<typeof contract.OfDeclaration>,
): Promise<Static<typeof contract.AttachedList> | Refusal> {
  const declaration = await store.declarationNamed(work.tx, name)
  if (!declaration) return unknown(name)
  const rows = await store.documentsOf(work.tx, declaration.id)
  const rule = attachmentsOf(desk, legalDay(work.now))
  const there = new Set(rows.filter(each => each.withdrawn_at === null).map(each => each.kind))
  return {
    documents: rows.map(row => shown(row, rule)),
    needed: neededPapers(desk, declaration, rule).map(kind => ({
      kind,
      title: titleOf(kind, rule),
      isAttached: there.has(kind),
    })),
  }
}

/** Of the documents of the mode those that are papers: the rest are messages, which the declaration itself sends. */
function neededPapers(
  desk: Desk,
  { mode, form, direction, day }: store.PapersDeclaration,
  { kinds }: Attachments,
): string[] {
  const documents = desk.setting<Readonly<Record<string, readonly string[]>>>(day, `documents.${direction}`)
  return (documents[`${mode}.${form}`] ?? documents[mode] ?? []).filter(name => Object.hasOwn(kinds, name))
}

function shown(row: store.DocumentRow, rule: Attachments): Static<typeof contract.Attached> {
  const { id, kind, number, sm3, bytes, type, name, withdrawn_reason: reason } = row
  return {
    id,
    kind,
    title: titleOf(kind, rule),
    number,
    sm3,
    bytes: Number(bytes),
    type,
    name,
    attachedAt: row.attached_at.toISOString(),
    ...(row.attached_by && { attachedBy: row.attached_by }),
    ...(row.withdrawn_at && { withdrawnAt: row.withdrawn_at.toISOString() }),
    ...(row.withdrawn_by && { withdrawnBy: row.withdrawn_by }),
    ...(reason !== null && { withdrawnReason: reason }),
  }
}

/** Takes a paper off, with the reason; it stays in the record. */
export async function withdraw(
  work: UnitOfWork,
  { id, reason: given }: Static<typeof contract.Withdraw>,
): Promise<{ readonly id: string } | Refusal> {
  const reason = withoutIdentityNumbers(given)
  const row = await store.withdrawDocument(work.tx, id, { at: work.now, by: work.actor.account, reason })
  if (!row) return refuse('document.not_found', { id }, '/id')
  work.emit({
    type: 'customs.document.withdrawn',
    record: `customs.declaration/${row.declaration_id}`,
    data: { document: id, kind: row.kind, sm3: row.sm3 },
  })
  return { id }
}
