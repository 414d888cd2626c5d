import { closed, command, type Definition, DownloadAnswer, Id, query } from '@tongqu/kernel/command'
import { type Actor, scopeFor } from '@tongqu/kernel/identity'
import type { Refusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import { givenSent, ofDeclaration } from '../declaration/example.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import { type Proving, proofOf } from './make.ts'
import { proofRefusals } from './refusals.ts'
import { declarationNamed, type ProvenDeclaration } from './store.ts'

const READ = 'customs.proof.read'
const FULL = 'customs.proof.full'
const OfDeclaration = closed({
  declaration: Type.String({ minLength: 1, maxLength: 60, description: 'id, or number: D26112300000001' }),
})
const REFUSALS = ['declaration.not_found', 'proof.not_sealed']

type Call = (
  name: string,
  input: unknown,
  actor: Actor,
) => Promise<{ readonly kind: string; readonly refusal?: Refusal }>

/** Calls that prove a declaration to people outside. */
export function proofCalls(proving: Proving, call: Call): Definition[] {
  const oneByOne = inTurn()
  const input = (outputs: never[]) => ({ declaration: ofDeclaration(outputs).id })
  return [
    query({
      name: 'customs.proof.make',
      verb: 'prove <declaration>',
      summary: {
        zh: '一份申报的证明，可只用 OpenSSL 核对；含证件号码的内容以摘要代替',
        en: 'Proof of a declaration that OpenSSL alone checks; what holds identity numbers by its digest',
      },
      permission: READ,
      // A block's text holds the digests of everybody's events; whose declaration it is, is decided below.
      unsafeScope: 'system',
      download: true,
      callsPerMinute: 30,
      input: OfDeclaration,
      output: DownloadAnswer,
      refusals: REFUSALS,
      example: { given: [...givenSent], input },
      async handle(work, { declaration: name }) {
        const found = await declarationNamed(work.tx, name)
        if (!found || !mayHave(work.actor, READ, found)) return unknown(name)
        return download(found, await proofOf(work.tx, proving, found, false), '')
      },
    }),
    query({
      name: 'customs.proof.full',
      verb: 'prove --full <declaration>',
      summary: {
        zh: '一份申报的证明全文，含证件号码；记入审计',
        en: 'Proof with every message in full, identity numbers as well; the audit says who had it',
      },
      permission: FULL,
      unsafeScope: 'system',
      download: true,
      callsPerMinute: 30,
      input: OfDeclaration,
      output: DownloadAnswer,
      refusals: REFUSALS,
      example: { given: [...givenSent], input },
      async handle(work, { declaration: name }) {
        const found = await declarationNamed(work.tx, name)
        if (!found || !mayHave(work.actor, FULL, found)) return unknown(name)
        const proof = await proofOf(work.tx, proving, found, true)
        if (!proof) return download(found, undefined, '')
        // A query changes nothing: that somebody has seen the numbers is a command of its own, done before they are.
        const told = await oneByOne(() => call('customs.proof.told', { declaration: found.id }, work.actor))
        if (told.refusal) return told.refusal
        return download(found, proof, '-full')
      },
    }),
    command({
      name: 'customs.proof.told',
      summary: { zh: '记录取得证明全文', en: 'Keep in the audit who had the full proof of a declaration' },
      permission: FULL,
      input: closed({ declaration: Id }),
      output: Type.Object({ declaration: Id }),
      refusals: ['declaration.not_found'],
      example: { given: [...givenSent], input },
      async handle(work, { declaration }) {
        const found = await declarationNamed(work.tx, declaration)
        if (!found) return unknown(declaration)
        work.emit({
          type: 'customs.proof.told',
          record: `customs.proof/${declaration}`,
          data: { number: found.number },
        })
        return { declaration }
      },
    }),
  ]
}

const unknown = (id: string) => declarationRefusals.refuse('declaration.not_found', { id }, '/declaration')

/** Whoever sees one party's records only has the proofs of its own. */
function mayHave(actor: Actor, permission: string, { party_id: party }: ProvenDeclaration): boolean {
  return scopeFor(actor, permission) !== 'own' || actor.party === party
}

function download({ number }: ProvenDeclaration, proof: Buffer | undefined, mark: string) {
  if (!proof) return proofRefusals.refuse('proof.not_sealed', { number })
  return { name: `proof-${number}${mark}.tar`, type: 'application/x-tar', content: proof }
}

/** One at a time: each holds a connection and asks for another. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(what: () => Promise<T>): Promise<T> => {
    const next = last.then(what)
    last = next.catch(() => undefined)
    return next
  }
}
