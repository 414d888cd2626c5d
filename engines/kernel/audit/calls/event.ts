import { Type } from 'typebox'
import {
  Bilingual,
  closed,
  type Definition,
  Id,
  Instant,
  query,
  type UnitOfWork,
} from '../../command/index.ts'
import { sm3 } from '../../crypto/index.ts'
import { placedBetween } from '../../event/placed.ts'
import type { HostServices } from '../../host/services.ts'
import { scopeFor } from '../../identity/actor.ts'
import { anchorsFrom } from '../anchors.ts'
import { BLOCK_COLUMNS, eventText, SEALED_COLUMNS, type SealedEvent, type StoredBlock } from '../block.ts'
import { eventsOfRun } from '../sealed-events.ts'
import { isBlockWhole } from '../verify.ts'
import { auditRefusals } from './refusals.ts'
import { titleOf } from './search.ts'

const PERMISSION = 'kernel.audit.read'

const Sealing = closed({
  number: Type.Integer(),
  from: Type.Integer(),
  to: Type.Integer(),
  sealedAt: Instant,
  keyId: Type.String(),
  root: Type.String(),
  previousRoot: Type.String(),
  /** Root and signature, recomputed now from the block's events. */
  isWhole: Type.Boolean(),
  /** The anchor file names this root. */
  isAnchored: Type.Boolean(),
})

/** One event with everything that is kept of it, and where in the chain it stands. */
export function eventCall(services: HostServices): Definition {
  return query({
    name: 'kernel.audit.event',
    verb: 'audit event <position>',
    summary: {
      zh: '一条审计记录的全部内容与链上位置',
      en: 'One record of the audit, whole, with its place in the chain',
    },
    permission: PERMISSION,
    input: closed({ position: Type.Integer({ minimum: 1 }) }),
    output: closed({
      position: Type.Integer(),
      at: Instant,
      run: Id,
      type: Type.String(),
      version: Type.Integer(),
      party: Type.Optional(Id),
      account: Type.Optional(Id),
      login: Type.Optional(Type.String()),
      record: Type.Optional(Type.String()),
      /** Of a call that ran: what it does. */
      title: Type.Optional(Bilingual),
      data: Type.Unknown(),
      /** The text whose SM3 its block lists, and that digest. */
      text: Type.String(),
      digest: Type.String(),
      /** Absent: not sealed yet, or the chain is not for the reader to see. */
      block: Type.Optional(Sealing),
      /** What was told in the same run, in order. */
      ofRun: Type.Array(
        closed({ position: Type.Integer(), type: Type.String(), record: Type.Optional(Type.String()) }),
      ),
    }),
    refusals: ['audit.event_unknown'],
    example: {
      given: [
        { call: 'kernel.notice.prefer', input: { language: 'zh' } },
        { call: 'kernel.audit.search', input: { limit: 1 } },
      ],
      input: ([, found]: readonly { records: { position: number }[] }[]) => ({
        position: found!.records[0]!.position,
      }),
    },
    async handle(work, { position }) {
      const [event] = await work.query<Row>(ONE, [position, position])
      if (!event) return auditRefusals.refuse('audit.event_unknown', { position }, '/position')
      const seesChain = scopeFor(work.actor, PERMISSION) !== 'own'
      const block = seesChain ? await sealingOf(work, services, event) : undefined
      const others = await eventsOfRun(work, event.run, seesChain ? undefined : work.actor.party)
      const text = eventText(event)
      const data = JSON.parse(event.data) as unknown
      return {
        position,
        at: event.instant.toISOString(),
        run: event.run,
        type: event.type,
        version: event.version,
        ...(event.party && { party: event.party }),
        ...(event.account && { account: event.account }),
        ...(event.login && { login: event.login }),
        ...(event.record && { record: event.record }),
        data,
        ...titleOf(services, { type: event.type, data }),
        text,
        digest: sm3(text),
        ...(block && { block }),
        ofRun: others.slice(0, MOST).map(({ position: at, type, record }) => ({
          position: Number(at),
          type,
          ...(record && { record }),
        })),
      }
    },
  })
}

/** Events of the run that are named: a run of an import may tell thousands. */
const MOST = 100

type Row = SealedEvent & { readonly instant: Date; readonly login: string | null } & Record<string, unknown>

const ONE = placedBetween(
  `${SEALED_COLUMNS}, e.at as instant, (select login from kernel.account where id = e.account_id) as login`,
)

async function sealingOf(work: UnitOfWork, { signer, config }: HostServices, event: SealedEvent) {
  const [block] = await work.query<StoredBlock>(
    `select ${BLOCK_COLUMNS} from kernel.audit_block where to_position >= $1 order by to_position limit 1`,
    [event.position],
  )
  if (!block) return undefined
  const { number, from, to, sealedAt, keyId, root, previousRoot } = block
  return {
    number,
    from,
    to,
    sealedAt,
    keyId,
    root,
    previousRoot,
    isWhole: await isBlockWhole(work, block, signer.publicKeyPem),
    isAnchored: (await anchorsFrom(config.anchorFile, number)).get(number) === root,
  }
}
