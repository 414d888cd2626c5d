import { Readable } from 'node:stream'
import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal } from '@tongqu/kernel/refusal'
import { buildMessage, faultText, type MessageOptions, wrapEnvelope } from '@tongqu/messages'
import { profiles, signMessage } from '@tongqu/messages/signature'
import { attachmentsOf } from '../../document/kinds.ts'
import { withPapers } from '../../document/papers.ts'
import type { Desk } from '../env.ts'
import { wrongIn } from '../form/assemble.ts'
import type { CodeBook } from '../form/codes.ts'
import type { KindEntry } from '../form/kind.ts'
import { type Content, type Kind, kindOf } from '../form/kinds.ts'
import { hashesIn, opened } from '../form/sealed.ts'
import type { DeclarantRow } from '../rows.ts'
import { declarantOf } from '../store.ts'
import { refresh } from './refresh.ts'
import { appTime, envelopeTime } from './stamp.ts'
import * as store from './store.ts'

const MAX_BYTES = 32 * 1024 * 1024

/**
 * Puts records that may go out into one message: built, signed, in its envelope, kept as a file under its SM3. The
 * records are `sending` in the same transaction that names the message, so that a receipt finds them there whatever
 * becomes of this process afterwards.
 * @returns how many records it took in hand; 0: none waits
 */
export async function packOne(work: UnitOfWork, desk: Desk): Promise<number> {
  const day = legalDay(work.now)
  const most = Number(desk.setting<string>(day, 'declaration.records_per_message'))
  const ready = await store.readyRecords(work.tx, kind => kindOf(kind).most ?? most)
  if (!ready || ready.records.length === 0) return 0
  const { party, kind } = ready
  const declarant = await declarantOf(work.tx, party)
  if (!declarant) throw new Error(`The party ${party} declares without a record of the declarant.`)
  const of = { kind, day, declarant, party, codes: await desk.codes(work.tx, day) }
  const whole = await openRecords(work, desk, ready.records)
  const records = await withPapers(work.tx, kindOf(kind), attachmentsOf(desk, day), whole)
  if (records.length > 0 && !(await pack(work, desk, of, records))) {
    const good = await withoutWrong(work, desk, of, records)
    if (good.length === records.length)
      throw new Error(`A message of ${kind} is refused, and none of its records.`)
    if (good.length > 0) await pack(work, desk, of, good)
  }
  return ready.records.length
}

interface Opened {
  readonly id: string
  readonly value: Content
  /** The counter has it already, and this is a change of it. */
  readonly isChange: boolean
}

interface Of {
  readonly kind: Kind
  readonly day: string
  readonly declarant: DeclarantRow
  readonly party: string
  readonly codes: CodeBook
}

/** Records with identity numbers put in; one whose number was erased cannot be sent any more. */
async function openRecords(
  work: UnitOfWork,
  desk: Desk,
  ready: readonly store.ReadyRecord[],
): Promise<Opened[]> {
  const hashes = [...new Set(ready.flatMap(record => hashesIn(record.content)))]
  const numbers = await desk.services.identityNumbers.revealAll(work.tx, hashes)
  const found: Opened[] = []
  for (const { id, content, is_change } of ready) {
    const value = opened(content, hash => numbers.get(hash))
    if (value === undefined) await fail(work, id, '证件号码已被删除 / the identity number was erased')
    else found.push({ id, value, isChange: is_change })
  }
  return found
}

/** The records that the day's rules take; the others are `failed` with what is wrong, and hold nobody up. */
async function withoutWrong(
  work: UnitOfWork,
  desk: Desk,
  of: Of,
  records: readonly Opened[],
): Promise<Opened[]> {
  const { codes } = of
  const judging = { day: of.day, conditions: desk.conditions(of.day) }
  const good: Opened[] = []
  for (const record of records) {
    const [wrong] = wrongIn(of.kind, record.value, { profile: of.declarant.profile, codes }, judging)
    if (wrong) await fail(work, record.id, `${wrong.element}: ${wrong.text.zh} / ${wrong.text.en}`)
    else good.push(record)
  }
  return good
}

async function fail(work: UnitOfWork, record: string, info: string): Promise<void> {
  await store.markFailed(work.tx, record, info)
  await refresh(work, [record])
}

/** @returns false: a record among them is refused by the day's rules, and nothing was packed */
async function pack(work: UnitOfWork, desk: Desk, of: Of, records: readonly Opened[]): Promise<boolean> {
  const { party, kind } = of
  const id = work.newId()
  const made = await signedEnvelope(work, desk, of, records, id)
  if (!made) return false
  const { files } = desk.services
  const kept = await files.keep(Readable.from([made.bytes]), MAX_BYTES)
  if (isRefusal(kept)) throw new Error(`A message of ${records.length} records was not kept: ${kept.code}`)
  await files.name(work.tx, { ...kept, name: `${kind}-${id}.xml` }, party, work.now)
  await store.addMessage(work.tx, {
    id,
    party,
    direction: 'out',
    kind,
    name: id,
    sm3: kept.sm3,
    bytes: kept.bytes,
    records: records.length,
    at: work.now,
    state: 'ready',
    signature: made.signature,
  })
  await store.markSending(
    work.tx,
    records.map(record => record.id),
    id,
  )
  // The audit holds what went out by its digest: a proof of any of its records rests on that.
  const { sm3, bytes } = kept
  const data = { kind, sm3, bytes, records: records.length }
  work.emit({ type: 'customs.message.packed', record: `customs.message/${id}`, data })
  return true
}

async function signedEnvelope(
  work: UnitOfWork,
  desk: Desk,
  { kind, day, declarant, party, codes }: Of,
  records: readonly Opened[],
  id: string,
) {
  const entry = kindOf(kind)
  const { dxpId, transmitter } = declarant.profile
  const guid = () => work.newId().toUpperCase()
  const stamp = appTime(work.now)
  const values = records.map(({ value, isChange }) =>
    entry.stamped(value, { guid: guid(), appType: isChange ? '2' : '1', appTime: stamp }),
  )
  const sender = { copCode: transmitter.code, copName: transmitter.name, dxpId }
  const { schema, receiver } = entry
  const options = { day, tables: codes.tables, conditions: desk.conditions(day) }
  const message = entry.messageOf(guid(), values, sender)
  const value = await signedWithin(desk, entry, party, message, options)
  const built = value && buildMessage(schema, value, options)
  if (!built || 'faults' in built) return undefined
  const signed =
    entry.signature !== 'enveloped' ? undefined : await signedMessage(desk, entry, party, built.xml)
  const receivers = desk.setting<Record<string, string>>(day, 'declaration.receivers')
  const envelope = wrapEnvelope(
    {
      copMsgId: id,
      senderId: dxpId,
      receiverIds: [receivers[receiver]!],
      created: envelopeTime(work.now),
      msgType: schema.root,
    },
    signed?.xml ?? built.xml,
    { day },
  )
  if ('faults' in envelope) throw new Error(faultText(envelope.faults[0]!).en)
  return {
    bytes: Buffer.from(envelope.xml, 'utf8'),
    ...(signed && { signature: signed.signature }),
  }
}

/** The message with its signature as a value in it, where its kind has it there; undefined: it cannot be built. */
async function signedWithin(
  desk: Desk,
  { schema, signature }: KindEntry,
  party: string,
  message: Content,
  { conditions: _, ...options }: MessageOptions,
): Promise<Content | undefined> {
  if (typeof signature === 'string') return message
  const built = buildMessage(schema, message, options)
  if ('faults' in built) return undefined
  const key = await desk.counter.signerOf(party)
  if (isRefusal(key)) throw new Error(key.code)
  const value = await key.signer.sign(Buffer.from(built.xml, 'utf8'))
  return signature.put(message, Buffer.from(value).toString('base64'))
}

/** The message with its signature over all of it, and what is kept of that signature. */
async function signedMessage(desk: Desk, { schema }: KindEntry, party: string, xml: string) {
  const key = await desk.counter.signerOf(party)
  if (isRefusal(key)) throw new Error(key.code)
  const outcome = await signMessage(schema, xml, key.signer, { profile: key.profile })
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  const { signed } = outcome
  return {
    xml: signed.xml,
    signature: {
      profile: key.profile,
      algorithm: profiles[key.profile].algorithm,
      digest: signed.digestValue,
      value: signed.signatureValue,
      ...(key.signer.certificate && { serial: key.signer.certificate.serialNumber }),
    },
  }
}
