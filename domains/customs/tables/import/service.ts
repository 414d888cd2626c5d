import type { UnitOfWork } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { type Static, Type } from 'typebox'
import { accountNames } from '../accounts.ts'
import type { BeginImport, ImportId, ImportList, PublishImport, TableImport } from '../contract.ts'
import { kindOfFile, type TableKind, tableKinds } from '../kinds.ts'
import { changeView } from '../look/view.ts'
import { tableRefusals } from '../refusals.ts'
import { readTable } from '../take.ts'
import { examine, NO_EDITION } from './examine.ts'
import { CHECK, PUBLISH } from './job.ts'
import * as store from './store.ts'

/* The use cases of imports that are checked first, each inside the unit of work it is given. */

type View = Static<typeof TableImport>
export const NoInput = Type.Object({}, { additionalProperties: false })
/** Imports that the list shows. */
const LISTED = 50

/** A file of so many bytes is checked at once; a larger one by a job. */
const AT_ONCE = 64 * 1024

/** Takes a stored file for checking: a small one is checked at once, a job reads a larger one. */
export async function beginImport(
  work: UnitOfWork,
  files: HostServices['files'],
  { file: sm3, table, from }: Static<typeof BeginImport>,
): Promise<View | Refusal> {
  const file = await work.files.find(sm3)
  if (!file || !work.actor.party) return tableRefusals.refuse('table.file_not_found', { sm3 }, '/file')
  const kind = kindOfFile(table, file.name)
  if (!kind) return tableRefusals.refuse('table.unknown', { table, known: [...tableKinds.keys()] }, '/table')
  if (kind.takes === 'edition' && from === undefined)
    return tableRefusals.refuse('table.day_needed', {}, '/from')
  const id = work.newId()
  await store.addImport(work.tx, {
    id,
    kind: kind.name,
    file: sm3,
    name: withoutIdentityNumbers(file.name),
    speaks_from: from ?? null,
    created_at: work.now,
    party: work.actor.party,
    account: work.actor.account,
  })
  if (file.bytes <= AT_ONCE) {
    const read = await readTable(await files.open(sm3), kind, NO_EDITION)
    await store.change(work.tx, id, await examine(work, from ?? null, kind, read))
  } else await work.enqueue({ name: CHECK, payload: { id }, key: `${CHECK} ${id}`, maxAttempts: 3 })
  return viewOf(work, id)
}

/**
 * Publishes what was checked: a job takes it. Asked for again it changes nothing; where it was stopped or refused it
 * says so.
 */
export async function publishImport(
  work: UnitOfWork,
  { id, edition, year, source }: Static<typeof PublishImport>,
): Promise<View | Refusal> {
  const found = await findImport(work, id)
  if (isRefusal(found)) return found
  const { state } = found.row
  if (state === 'publishing' || state === 'published') return viewOf(work, id)
  const begun = { state: 'publishing', percent: 0, edition, year: year ?? null, source } as const
  if (!(await store.end(work.tx, id, 'checked', begun)))
    return tableRefusals.refuse('table.import_not_ready', { state })
  await work.enqueue({ name: PUBLISH, payload: { id }, key: `${PUBLISH} ${id}`, maxAttempts: 3 })
  work.emit({
    type: 'customs.table.publishing',
    record: `customs.table_import/${id}`,
    data: { table: found.kind.name, file: found.row.file, edition, source },
  })
  return viewOf(work, id)
}

/** Asks an import to stop. What is published already stays published. */
export async function cancelImport(
  work: UnitOfWork,
  { id }: Static<typeof ImportId>,
): Promise<View | Refusal> {
  const found = await findImport(work, id)
  if (isRefusal(found)) return found
  const { state } = found.row
  if (state === 'waiting' || state === 'checked')
    await store.change(work.tx, id, { state: 'cancelled', cancelled: true, finished_at: work.now })
  else if (state === 'checking' || state === 'publishing')
    await store.change(work.tx, id, { cancelled: true })
  return viewOf(work, id)
}

export async function getImport(work: UnitOfWork, { id }: Static<typeof ImportId>): Promise<View | Refusal> {
  const found = await findImport(work, id)
  return isRefusal(found) ? found : viewOf(work, id)
}

export async function listImports(work: UnitOfWork): Promise<Static<typeof ImportList>> {
  const rows = await store.listImports(work.tx, LISTED)
  const byOf = await accountNames(
    work.tx,
    rows.map(row => row.account_id),
  )
  return { imports: rows.map(row => ({ ...view(row), ...byOf(row.account_id) })) }
}

export async function findImport(
  work: UnitOfWork,
  id: string,
): Promise<{ row: store.ImportRow; kind: TableKind } | Refusal> {
  const row = await store.findImport(work.tx, id)
  const kind = row && tableKinds.get(row.kind)
  return row && kind ? { row, kind } : tableRefusals.refuse('table.import_not_found', { id }, '/id')
}

async function viewOf(work: UnitOfWork, id: string): Promise<View> {
  const row = (await store.findImport(work.tx, id))!
  const byOf = await accountNames(work.tx, [row.account_id])
  return { ...view(row), ...byOf(row.account_id) }
}

function view(row: store.ImportRow): View {
  const kind = tableKinds.get(row.kind)!
  const { samples = [], ...preview } = row.preview ?? {}
  return {
    id: row.id,
    table: row.kind,
    takes: kind.takes,
    name: row.name,
    state: row.state,
    percent: row.percent,
    createdAt: row.created_at.toISOString(),
    ...(row.speaks_from && { from: row.speaks_from }),
    ...(row.edition && { edition: row.edition }),
    ...(row.failure && { failure: row.failure }),
    isAgain: row.again,
    ...(row.preview && {
      preview: {
        ...(preview as store.Checked),
        refused: [...row.preview.refused],
        samples: samples.map(change => changeView(change, kind.columns)),
      },
    }),
  }
}
