import { type Definition, query } from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import { readCode } from './code.ts'
import * as contract from './contract.ts'
import { paperByCode } from './store.ts'
import { checkedPaper, standingNow } from './view.ts'

/** The one public call on printed papers; who may print, read and withdraw them, the domains say. */
export function paperCalls(services: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.paper.check',
      verb: 'check <code>',
      summary: { zh: '凭验证码查验单据', en: 'Check a printed paper by its code' },
      permission: 'public',
      // Whoever holds the code may know what the paper says of itself, whoever's it is.
      unsafeScope: 'system',
      callsPerMinute: 20,
      input: contract.Check,
      output: contract.Checked,
      example: { input: { code: '2222-2222-2222' } },
      async handle(work, { code: typed }) {
        const code = readCode(typed)
        if (code === undefined) return { answer: 'mistyped' as const }
        const row = await paperByCode(work.tx, code)
        if (!row) return { answer: 'unknown' as const }
        const standing = await standingNow(work.tx, () => services.registry().papers(), row)
        return { answer: 'found' as const, paper: checkedPaper(row, standing) }
      },
    }),
  ]
}
