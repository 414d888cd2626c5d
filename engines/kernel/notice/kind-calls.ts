import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, NoInput, query } from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import type { Carrier } from './carrier.ts'
import { noticeRefusals } from './refusals.ts'

const Choice = closed({
  kind: Type.String({ minLength: 1, maxLength: 200 }),
  /** Stands in the console. */
  console: Type.Boolean(),
  /** Is sent by mail or short message too, where somebody has said to which. */
  away: Type.Boolean(),
})

/** Calls on which kinds of notices reach somebody. */
export function kindCalls(services: HostServices, carriers: readonly Carrier[]): Definition[] {
  return [kinds(services, carriers), choose(services)]
}

interface Row extends Record<string, unknown> {
  readonly kind: string
  readonly console: boolean
  readonly away: boolean
}

const kinds = (services: HostServices, carriers: readonly Carrier[]) =>
  query({
    name: 'kernel.notice.kinds',
    summary: { zh: '我接收的通知类别', en: 'Which kinds of notices reach you' },
    permission: 'signed-in',
    input: NoInput,
    output: closed({
      kinds: Type.Array(
        closed({
          kind: Type.String(),
          name: Bilingual,
          console: Type.Boolean(),
          away: Type.Boolean(),
          isAlways: Type.Boolean(),
        }),
      ),
      /** What this installation can send with. */
      carries: Type.Array(Type.Union([Type.Literal('mail'), Type.Literal('sms')])),
    }),
    example: { input: {} },
    async handle(work) {
      const rows = await work.query<Row>(
        'select kind, console, away from kernel.notice_choice where account_id = $1',
        [work.actor.account ?? null],
      )
      const chosen = new Map(rows.map(row => [row.kind, row]))
      return {
        kinds: services
          .registry()
          .noticeKinds()
          .map(({ kind, name, isAlways = false }) => ({
            kind,
            name,
            console: chosen.get(kind)?.console ?? true,
            away: chosen.get(kind)?.away ?? true,
            isAlways,
          })),
        carries: carriers.map(carrier => carrier.channel),
      }
    },
  })

const choose = (services: HostServices) =>
  command({
    name: 'kernel.notice.choose',
    summary: { zh: '选择某类通知怎样送达', en: 'Say how notices of a kind should reach you' },
    permission: 'signed-in',
    input: Choice,
    output: Choice,
    refusals: ['notice.kind_unknown', 'notice.kind_needed'],
    example: { input: { kind: 'announcement', console: true, away: false } },
    async handle(work, choice) {
      const found = services
        .registry()
        .noticeKinds()
        .find(each => each.kind === choice.kind)
      if (!found) return noticeRefusals.refuse('notice.kind_unknown', {}, '/kind')
      if (found.isAlways && !choice.console)
        return noticeRefusals.refuse('notice.kind_needed', {}, '/console')
      await work.execute(
        `insert into kernel.notice_choice (account_id, kind, console, away, changed_at) values ($1, $2, $3, $4, $5)
         on conflict (account_id, kind) do update set console = excluded.console, away = excluded.away,
           changed_at = excluded.changed_at`,
        [work.actor.account ?? null, choice.kind, choice.console, choice.away, work.now],
      )
      return choice
    },
  })
