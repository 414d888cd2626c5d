import { Type } from 'typebox'
import { closed, type Definition, Id, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { NOBODY_PARTY, scopeFor } from '../../identity/actor.ts'
import { receiptFiles } from '../receipt.ts'
import { eventsOfRun } from '../sealed-events.ts'
import { auditRefusals } from './refusals.ts'

const PERMISSION = 'kernel.audit.receipt'

/** Proof of one run, for people outside. */
export function receiptCall(services: HostServices): Definition {
  return query({
    name: 'kernel.audit.receipt',
    verb: 'audit receipt <run>',
    summary: {
      zh: '某次操作的凭证，可只用 OpenSSL 校验',
      en: 'Proof of one run, which OpenSSL alone can check',
    },
    permission: PERMISSION,
    // A block's text holds the digests of everybody's events; which events are shown is decided below.
    unsafeScope: 'system',
    input: closed({ run: Id }),
    output: closed({
      run: Id,
      keyId: Type.String(),
      files: Type.Array(closed({ name: Type.String(), content: Type.String() })),
    }),
    refusals: ['audit.run_unknown', 'audit.not_sealed'],
    example: {
      given: [
        { call: 'kernel.session.who', input: {} },
        { call: 'kernel.notice.prefer', input: { language: 'zh' } },
        {
          call: 'kernel.audit.search',
          input: ([who]: readonly { account: { id: string } }[]) => ({
            account: who!.account.id,
            sealed: true,
            limit: 1,
          }),
        },
      ],
      input: ([, , found]: readonly { records: { run: string }[] }[]) => ({ run: found!.records[0]!.run }),
    },
    async handle(work, { run }) {
      const { actor } = work
      const everybody = scopeFor(actor, PERMISSION) !== 'own'
      const events = await eventsOfRun(work, run, everybody ? undefined : (actor.party ?? NOBODY_PARTY))
      if (events.length === 0) return auditRefusals.refuse('audit.run_unknown', { run }, '/run')
      const files = await receiptFiles(work, events, services.signer.publicKeyPem)
      if (!files) return auditRefusals.refuse('audit.not_sealed', { run })
      return { run, keyId: services.signer.keyId, files: files.map(file => ({ ...file })) }
    },
  })
}
