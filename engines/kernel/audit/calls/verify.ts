import { Type } from 'typebox'
import { Bilingual, closed, type Definition, NoInput, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { AUDIT_FAULTS, verifyAuditIn } from '../verify.ts'

/** The walk over the whole audit. */
export function verifyCall(services: HostServices): Definition {
  return query({
    name: 'kernel.audit.verify',
    verb: 'audit verify',
    summary: { zh: '校验全部审计记录', en: 'Check every record of the audit' },
    permission: 'kernel.audit.verify',
    unsafeScope: 'system',
    callsPerMinute: 6,
    input: NoInput,
    output: closed({
      whole: Type.Boolean(),
      blocks: Type.Integer(),
      events: Type.Integer(),
      unsealed: Type.Integer(),
      anchored: Type.Integer(),
      keyId: Type.String(),
      faults: Type.Array(
        closed({
          code: Type.String(),
          text: Bilingual,
          block: Type.Integer(),
          positions: Type.Optional(Type.Array(Type.Integer())),
        }),
      ),
    }),
    example: { input: {} },
    async handle(work) {
      const { signer, config } = services
      const found = await verifyAuditIn(work, signer.publicKeyPem, config.anchorFile)
      const faults = found.faults.map(({ positions, ...fault }) => ({
        ...fault,
        text: AUDIT_FAULTS[fault.code],
        ...(positions && { positions: [...positions] }),
      }))
      return { whole: faults.length === 0, ...found, keyId: signer.keyId, faults }
    },
  })
}
