import { closed, command, type Definition, query } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { forParty, partyOf } from '../for-party.ts'
import { declarationRefusals } from '../refusals.ts'
import { declarantOf, isDxpTaken, setDeclarant } from '../store.ts'
import { DeclarantRead, Profile } from './contract.ts'

/** Calls on the record of the one who declares. */
export function declarantCalls(example: unknown): Definition[] {
  return [
    command({
      name: 'customs.declarant.set',
      summary: { zh: '填写申报主体资料', en: 'Give the declarant’s registration numbers and partners' },
      permission: 'customs.declarant.write',
      input: closed({ ...Profile.properties, party: forParty }),
      output: Type.Object({ dxpId: Type.String() }),
      refusals: ['declaration.party_needed', 'declaration.dxp_taken'],
      verb: 'declare declarant',
      // Whoever may declare gives a record of its own: it names nobody else's.
      example: { input: example, isOffered: true },
      async handle(work, { party: named, ...profile }) {
        const party = await partyOf(work, named)
        const { account } = work.actor
        if (!party) return declarationRefusals.refuse('declaration.party_needed')
        if (await isDxpTaken(work.tx, party, profile.dxpId))
          return declarationRefusals.refuse('declaration.dxp_taken', { dxpId: profile.dxpId }, '/dxpId')
        await setDeclarant(work.tx, party, profile, { at: work.now, account })
        work.emit({
          type: 'customs.declarant.set',
          record: `customs.declarant/${party}`,
          data: { dxpId: profile.dxpId, sends: profile.sends },
        })
        return { dxpId: profile.dxpId }
      },
    }),
    query({
      name: 'customs.declarant.read',
      summary: { zh: '申报主体资料', en: 'The declarant’s record' },
      permission: 'customs.declarant.read',
      input: closed({ party: forParty }),
      output: DeclarantRead,
      example: { input: {} },
      async handle(work, { party: named }) {
        const party = await partyOf(work, named)
        const row = party === undefined ? undefined : await declarantOf(work.tx, party)
        return row ? { profile: row.profile, changedAt: row.changed_at.toISOString() } : { profile: null }
      },
    }),
  ]
}
