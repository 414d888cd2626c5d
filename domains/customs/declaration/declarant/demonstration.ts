import { closed, command, type Definition } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { type Static, Type } from 'typebox'
import { declarationRefusals } from '../refusals.ts'
import { declarantOf, setDeclarant } from '../store.ts'
import { Profile } from './contract.ts'
import { demonstrationParty } from './demonstration-store.ts'

export const DemonstrationDeclarants = closed({
  declarants: Type.Array(
    closed({
      /** Name of one of the demonstration's parties. */
      party: Type.String({ minLength: 1, maxLength: 100 }),
      profile: Profile,
    }),
    { maxItems: 50 },
  ),
})
export type DemonstrationDeclarants = Static<typeof DemonstrationDeclarants>

/** Gives the demonstration's parties the records of a pack, where they have none: invented firms and numbers. */
export function demonstrationDeclarants(
  { config }: Pick<HostServices, 'config'>,
  example: Static<typeof Profile>,
): Definition {
  return command({
    name: 'customs.declarant.demonstrate',
    summary: {
      zh: '准备演示用的申报主体资料',
      en: 'Give the parties of a demonstration their declarants’ records',
    },
    permission: 'kernel.installation.start',
    unsafeScope: 'system',
    input: DemonstrationDeclarants,
    output: Type.Object({ given: Type.Integer() }),
    refusals: ['declarant.no_demonstration'],
    example: { input: { declarants: [{ party: '没有这个单位', profile: example }] } },
    async handle(work, { declarants }) {
      if (config.environment !== 'demonstration')
        return declarationRefusals.refuse('declarant.no_demonstration')
      let given = 0
      for (const { party: name, profile } of declarants) {
        const party = await demonstrationParty(work.tx, name)
        if (!party || (await declarantOf(work.tx, party))) continue
        await setDeclarant(work.tx, party, profile, { at: work.now, account: undefined })
        given++
      }
      return { given }
    },
  })
}
