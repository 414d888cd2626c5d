import {
  changedMeanwhile,
  closed,
  command,
  type Definition,
  query,
  SeenVersion,
} from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { forParty, partyOf } from '../for-party.ts'
import { declarationRefusals } from '../refusals.ts'
import { declarantShown, isDxpTaken, setDeclarant } from '../store.ts'
import { DeclarantRead, Profile } from './contract.ts'

/** Calls on the record of the one who declares. */
export function declarantCalls(example: unknown): Definition[] {
  return [
    command({
      name: 'customs.declarant.set',
      summary: { zh: '填写申报主体资料', en: 'Give the declarant’s registration numbers and partners' },
      permission: 'customs.declarant.write',
      input: closed({
        ...Profile.properties,
        party: forParty,
        /** Absent: whatever stands there is replaced. */
        version: Type.Optional(SeenVersion),
      }),
      output: Type.Object({ dxpId: Type.String(), version: Type.Integer() }),
      refusals: ['declaration.party_needed', 'declaration.dxp_taken', 'record.changed'],
      verb: 'declare declarant',
      // Whoever may declare gives a record of its own: it names nobody else's.
      example: { input: example, isOffered: true },
      async handle(work, { party: named, version: seen, ...profile }) {
        const party = await partyOf(work, named)
        const { account } = work.actor
        if (!party) return declarationRefusals.refuse('declaration.party_needed')
        if (await isDxpTaken(work.tx, party, profile.dxpId))
          return declarationRefusals.refuse('declaration.dxp_taken', { dxpId: profile.dxpId }, '/dxpId')
        const version = await setDeclarant(work.tx, party, profile, { at: work.now, account }, seen)
        if (version === undefined)
          return changedMeanwhile(seen!, (await declarantShown(work.tx, party))?.version ?? 0)
        work.emit({
          type: 'customs.declarant.set',
          record: `customs.declarant/${party}`,
          data: { dxpId: profile.dxpId, sends: profile.sends },
        })
        return { dxpId: profile.dxpId, version }
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
        const row = party === undefined ? undefined : await declarantShown(work.tx, party)
        if (!row) return { profile: null, version: 0 }
        const { profile, version, changed_at, changed_by: by } = row
        return {
          profile,
          version,
          changedAt: changed_at.toISOString(),
          ...(by && { changedBy: { zh: by.zh, en: by.en ?? by.zh } }),
        }
      },
    }),
  ]
}
