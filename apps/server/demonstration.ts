import type { Host } from '@tongqu/kernel/host'
import { type DemonstrationPack, systemActor } from '@tongqu/kernel/identity'
import { parse } from 'yaml'

interface DeclarantsPack {
  /** `party` is the id that `accounts.yaml` has for it. */
  readonly declarants: readonly { readonly party: string; readonly profile: unknown }[]
}

/** Gives the demonstration's parties the declarants' records of the packs, so that they can declare at once. */
export async function giveDeclarants(host: Host, { parties }: DemonstrationPack): Promise<void> {
  const text = host.packs
    .map(pack => pack.files.get('demo/declarants.yaml'))
    .findLast(each => each !== undefined)
  if (text === undefined) return
  const names = new Map(parties.map(({ id, name }) => [id, name.zh]))
  const declarants = (parse(text) as DeclarantsPack).declarants.map(({ party, profile }) => {
    const name = names.get(party)
    if (name === undefined) throw new Error(`demo/declarants.yaml: no party ${party} in demo/accounts.yaml.`)
    return { party: name, profile }
  })
  const outcome = await host.call('customs.declarant.demonstrate', { declarants }, systemActor('start'))
  if (outcome.kind === 'refused')
    throw new Error(
      `demo/declarants.yaml was refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal)}`,
    )
}
