import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '@tongqu/kernel/identity'
import { isRefusal } from '@tongqu/kernel/refusal'
import { someone } from '@tongqu/kernel/testing'
import { type DeclarationGround, declarationGround, trader } from '../../declaration/testing/ground.ts'
import { must } from '../../testing.ts'

const permissions = [...trader.grants.keys(), 'customs.proof.*', 'customs.document.*']
export const owner = someone(trader.party!, permissions)
/** Somebody of another party with the same permissions. */
export const another = someone('00000000-0000-7000-8000-00000000000b', permissions)

/** An installation whose declarations can be proven. */
export interface ProofGround extends DeclarationGround {
  /** A declaration that was released, with a paper and one that was withdrawn, sealed. @returns its number */
  released(): Promise<string>
  proof(declaration: string, call?: string, by?: Actor): Promise<Buffer>
}

export async function proofGround(url: string): Promise<ProofGround> {
  const ground = await declarationGround(url)
  const { counter, host } = ground
  const attach = async (declaration: string, text: string) => {
    const kept = await host.files.keep(Readable.from([Buffer.from(`%PDF-1.4\n${text}`)]), 1e6)
    if (isRefusal(kept)) throw new Error(kept.code)
    const given = { declaration, kind: 'contract', name: 'a.pdf', ...kept }
    return (await must<{ id: string }>(host, 'customs.document.attach', given, owner, true)).id
  }
  return {
    ...ground,
    async released() {
      const plan = await ground.submit([{}])
      const { id } = (await ground.list(plan))[0]!
      const wrong = await attach(id, 'wrong')
      await attach(id, 'right')
      await must(host, 'customs.document.withdraw', { id: wrong, reason: '附错' }, owner)
      for (const message of await counter.out()) await counter.answer(message, '120')
      await ground.turn()
      for (const message of await counter.out())
        for (const status of ['2', '300', '800', '300']) {
          await counter.answer(message, status)
          await ground.turn()
        }
      const { number, state } = (await ground.list(plan))[0]!
      if (state !== 'released') throw new Error(`${number} is ${state}`)
      await host.seal()
      return number
    },
    async proof(declaration, call = 'customs.proof.make', by = owner) {
      const { content } = await must<{ content: Buffer | Readable }>(host, call, { declaration }, by)
      return Buffer.isBuffer(content) ? content : buffer(content)
    },
  }
}
