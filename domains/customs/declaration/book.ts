import { closed, command, type Definition, uploadFields } from '@tongqu/kernel/command'
import type { Subscriber } from '@tongqu/kernel/event'
import { isRefusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import { Fx } from '../plan/contract.ts'
import { createPlan } from '../plan/service.ts'
import type { Desk } from './env.ts'
import { exampleBytes, givenDeclarant } from './example.ts'
import { forParty, partyOf } from './for-party.ts'
import { MAKE } from './make.ts'
import { declarationRefusals } from './refusals.ts'
import * as store from './store.ts'

const MAX_BYTES = 64 * 1024 * 1024

/** Takes an order book, plans it and declares what is whole, in one call: `./tongqu plan FILE --submit`. */
export function bookCall(desk: Desk): Definition {
  return command({
    name: 'customs.declaration.book',
    summary: { zh: '规划并申报一份订单文件', en: 'Plan an order book and declare its orders' },
    permission: 'customs.declaration.write',
    upload: { maxBytes: MAX_BYTES },
    input: closed({
      ...uploadFields,
      date: Type.Optional(Type.String({ format: 'legal-day' })),
      fx: Type.Optional(Fx),
      party: forParty,
    }),
    output: Type.Object({ plan: Type.String() }),
    refusals: [
      'declaration.party_needed',
      'declaration.no_declarant',
      'plan.party_needed',
      'plan.file_not_found',
    ],
    verb: 'declare book <file>',
    example: {
      given: [...givenDeclarant],
      input: { name: 'book.json', date: '2026-11-23' },
      content: exampleBytes,
    },
    async handle(work, { sm3, bytes, type, name, date, fx, party: named }) {
      const party = await partyOf(work, named)
      if (party === undefined) return declarationRefusals.refuse('declaration.party_needed')
      if (!(await store.declarantOf(work.tx, party)))
        return declarationRefusals.refuse('declaration.no_declarant')
      await desk.services.files.name(work.tx, { sm3, bytes, type, name }, party, work.now)
      const actor = { ...work.actor, party }
      const plan = await createPlan(
        { ...work, actor },
        { file: sm3, name, ...(date !== undefined && { date }), ...(fx && { fx }) },
      )
      if (isRefusal(plan)) return plan
      await store.addSubmission(work.tx, plan.id, { party, account: actor.account, at: work.now })
      return { plan: plan.number }
    },
  })
}

/** Declares a plan that was handed in to be declared, once it is made. */
export const submitWhenMade: Subscriber = {
  name: 'customs.submissions',
  types: ['customs.plan.made'],
  async handle(work, event) {
    const plan = event.record?.slice('customs.plan/'.length) ?? ''
    const asked = await store.submissionOf(work.tx, plan)
    if (!asked) return
    const payload = { plan, ...(asked.account_id && { account: asked.account_id }) }
    await work.enqueue({ name: MAKE, payload, key: `${MAKE} ${plan}`, maxAttempts: 5 })
  },
}
