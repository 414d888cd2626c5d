import { shards } from '../../testing/ground.ts'

/** The accounts that the kill test's writers post to, by the way of posting. */
export const killWorlds = [
  { name: 'ad', call: 'fixture.transfer.post', writer: undefined },
  { name: 'ae', call: 'fixture.transfer.postGrouped', writer: shards.shard('all') },
] as const
