import type { Subscriber } from '../event/subscriber.ts'
import type { Begun } from './waiting.ts'

/** Of a person's records so many are kept, the latest. */
const KEPT = 60

const KEEP = `
  insert into kernel.started (account_id, party_id, kind, key, type, at) values ($1, $2, $3, $4, $5, $6)
  on conflict (account_id, kind, key) do update set party_id = excluded.party_id, type = excluded.type, at = excluded.at`
const PRUNE = `
  delete from kernel.started where account_id = $1 and at < (
    select at from kernel.started where account_id = $1 order by at desc offset $2 limit 1)`

/** Keeps what each person has begun, by the events that modules name. */
export function startedSubscriber(begins: readonly Begun[]): Subscriber {
  const kinds = new Map(begins.map(each => [each.type, each.kind]))
  return {
    name: 'kernel.started',
    types: [...kinds.keys()],
    async handle(work, { type, account, party, record, at }) {
      const key = record?.slice(record.indexOf('/') + 1)
      if (!account || !key) return
      await work.execute(KEEP, [account, party, kinds.get(type), key, type, at])
      await work.execute(PRUNE, [account, KEPT])
    },
  }
}
