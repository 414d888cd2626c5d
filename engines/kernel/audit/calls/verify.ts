import { Type } from 'typebox'
import { Bilingual, closed, type Definition, NoInput, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { AUDIT_FAULTS, type AuditFault, verifyAuditIn, verifyPartIn } from '../verify.ts'

const Faults = Type.Array(
  closed({
    code: Type.String(),
    text: Bilingual,
    block: Type.Integer(),
    positions: Type.Optional(Type.Array(Type.Integer())),
  }),
)
const COUNTS = {
  whole: Type.Boolean(),
  blocks: Type.Integer(),
  events: Type.Integer(),
  unsealed: Type.Integer(),
  anchored: Type.Integer(),
  keyId: Type.String(),
  faults: Faults,
}

/** How long one part of the walk may take, milliseconds: somebody watches it. */
const PART = 1200

/** The walk over the whole audit, at once or in parts. */
export function verifyCalls(services: HostServices): Definition[] {
  return [whole(services), part(services)]
}

const part = (services: HostServices) =>
  query({
    name: 'kernel.audit.verifyPart',
    summary: {
      zh: '校验一段审计记录：从某区块之后起，约一秒',
      en: 'Check the audit from a block on, for about a second: to be watched, and gone on with',
    },
    permission: 'kernel.audit.verify',
    unsafeScope: 'system',
    callsPerMinute: 120,
    input: closed({
      /** The last block that was looked at; 0: from the beginning. */
      after: Type.Integer({ minimum: 0 }),
    }),
    output: closed({
      ...COUNTS,
      upTo: Type.Integer(),
      last: Type.Integer(),
      isDone: Type.Boolean(),
    }),
    example: { input: { after: 0 } },
    async handle(work, { after }) {
      const end = performance.now() + PART
      const goesOn = () => performance.now() < end
      const { signer, config } = services
      const found = await verifyPartIn(work, signer.publicKeyPem, config.anchorFile, { after, goesOn })
      return { ...found, ...said(found.faults), keyId: signer.keyId }
    },
  })

const said = (faults: readonly AuditFault[]) => ({
  whole: faults.length === 0,
  faults: faults.map(({ positions, ...fault }) => ({
    ...fault,
    text: AUDIT_FAULTS[fault.code],
    ...(positions && { positions: [...positions] }),
  })),
})

const whole = (services: HostServices) =>
  query({
    name: 'kernel.audit.verify',
    verb: 'audit verify',
    summary: { zh: '校验全部审计记录', en: 'Check every record of the audit' },
    permission: 'kernel.audit.verify',
    unsafeScope: 'system',
    callsPerMinute: 6,
    input: NoInput,
    output: closed(COUNTS),
    example: { input: {} },
    async handle(work) {
      const { signer, config } = services
      const found = await verifyAuditIn(work, signer.publicKeyPem, config.anchorFile)
      return { ...found, ...said(found.faults), keyId: signer.keyId }
    },
  })
