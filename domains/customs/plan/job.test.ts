import type { Host, HostServices } from '@tongqu/kernel/host'
import type { JobContext, JobDefinition } from '@tongqu/kernel/job'
import { createLog } from '@tongqu/kernel/log'
import type { Module } from '@tongqu/kernel/module'
import { someone, testHost } from '@tongqu/kernel/testing'
import { ledgerModule } from '@tongqu/ledger'
import { registerModule } from '@tongqu/register'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customsModule } from '../index.ts'
import { must, ownPacks, upload } from '../testing.ts'
import type { Plan, PlanHead, RefusedList } from './contract.ts'
import { MAKE } from './job.ts'
import { csvOfOrders } from './testing.ts'

const trader = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*', 'kernel.file.*'])
const database = await testDatabase()
let host: Host

/** What a test does to the next run of the job that makes plans; without it the job runs as it is. */
let disturb: ((job: JobDefinition, context: JobContext, payload: Payload) => Promise<void>) | undefined
type Payload = Parameters<JobDefinition['run']>[1]

function disturbed(services: HostServices): Module {
  const module = customsModule(services)
  const jobs = module.jobs!.map(job =>
    job.name === MAKE
      ? {
          ...job,
          run: (context: JobContext, payload: Payload) =>
            disturb ? disturb(job, context, payload) : job.run(context, payload),
        }
      : job,
  )
  return { ...module, jobs }
}

beforeAll(async () => {
  host = await testHost({
    url: database.url,
    packs: await ownPacks(),
    log: createLog('silent'),
    modules: services => [registerModule, ledgerModule(services), disturbed(services)],
  })
  await must(host, 'customs.table.install', {})
})
afterAll(() => host.stop())

const ORDERS = 1200

async function planOf(content: string): Promise<Static<typeof Plan>> {
  const file = await upload(host, trader, 'book.csv', Buffer.from(content))
  const asked = { file, date: '2026-11-23' }
  const { id } = await must<Static<typeof PlanHead>>(host, 'customs.plan.create', asked, trader)
  await host.settle()
  return must(host, 'customs.plan.get', { id }, trader)
}

const kept = async () => {
  const [row] = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ orders: number; refused: number; state: string }>(
      `select (select count(*)::int from customs.plan_order o where o.plan_id = p.id) as orders,
         (select count(*)::int from customs.plan_refused r where r.plan_id = p.id) as refused, state
       from customs.plan p order by created_at desc limit 1`,
    ),
  )
  return row!
}

describe('a plan whose making is cut short', () => {
  it('is begun again, and has each order once', async () => {
    const whole = await planOf(csvOfOrders(ORDERS))
    let left: Awaited<ReturnType<typeof kept>> | undefined
    disturb = async (job, context, payload) => {
      const stopping = new AbortController()
      let pieces = 0
      const work: JobContext['work'] = async what => {
        const done = await context.work(what)
        // The first unit of work begins the plan; two pieces are committed, and the third is under way.
        if (++pieces === 3) stopping.abort()
        return done
      }
      await expect(job.run({ ...context, signal: stopping.signal, work }, payload)).rejects.toThrow('stopped')
      left = await kept()
      await job.run(context, payload)
    }
    const again = await planOf(csvOfOrders(ORDERS))
    disturb = undefined
    expect(left).toMatchObject({ state: 'reading' })
    expect(left!.orders).toBeGreaterThanOrEqual(490)
    expect(left!.orders).toBeLessThan(ORDERS - 1)
    const compared = ({ planned, refused, taxes, refund, netCost, chosen, shipments }: typeof whole) => ({
      planned,
      refused,
      taxes,
      refund,
      netCost,
      chosen,
      shipments,
    })
    expect(compared(again)).toEqual(compared(whole))
    expect(await kept()).toEqual({ state: 'done', orders: ORDERS - 1, refused: 1 })
  })

  it('that is done already is left as it is', async () => {
    let before: unknown
    disturb = async (job, context, payload) => {
      await job.run(context, payload)
      before = await kept()
      await job.run(context, payload)
    }
    const plan = await planOf(csvOfOrders(30, 1))
    disturb = undefined
    expect([plan.state, await kept()]).toEqual(['done', before])
  })

  it('fails in the end with a reference for an administrator, and tells nothing that the book holds', async () => {
    disturb = async (job, context, payload) => {
      await job.failed!({ ...context, attempt: 3 }, payload, 'a failure that quotes 420100199001011234')
    }
    const plan = await planOf(csvOfOrders(30, 2))
    disturb = undefined
    expect(plan).toMatchObject({ state: 'failed', failure: { code: 'plan.failed' } })
    expect(plan.failure!.text.en).toContain(plan.id)
    const events = await host.database.transact({ scope: 'system' }, tx =>
      tx.query<{ data: unknown }>(`select data from kernel.event where type = 'customs.plan.failed'`),
    )
    expect(events).toEqual([{ data: { attempts: 3 } }])
  })
})

it('an order book that is not there is refused when the plan is asked for', async () => {
  const file = 'ab'.repeat(32)
  expect(await host.call('customs.plan.create', { file }, trader)).toMatchObject({
    refusal: { code: 'plan.file_not_found', place: '/file' },
  })
  const { grants, ...nobody } = { ...trader, party: undefined }
  expect(await host.call('customs.plan.create', { file }, { ...nobody, grants })).toMatchObject({
    refusal: { code: 'plan.party_needed' },
  })
})

it('a book that ends in the middle keeps its good orders and says that it is not whole', async () => {
  const cut = `${csvOfOrders(3)}\nL-9,,export,b2b,AE,USD,trader,yes,9503002100,"toy`
  const plan = await planOf(cut)
  const { refused } = await must<Static<typeof RefusedList>>(
    host,
    'customs.plan.refused',
    { id: plan.id },
    trader,
  )
  // The third order may go on where the file breaks off.
  expect(plan.planned).toBe(2)
  expect(plan.warnings.map(each => each.code)).toContain('book.incomplete')
  expect(refused.map(each => [each.orderNo, each.code])).toContainEqual(['L-2', 'order.cut_off'])
})
