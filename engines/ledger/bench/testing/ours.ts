import { ShardPipeline } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { NewTransfer, TransferStatus } from '../../machine/index.ts'
import { ShardLedger } from '../../store/shard-ledger.ts'
import { nanoseconds } from '../../store/time.ts'
import { SHARD } from './ground.ts'

/** One caller's transfers, handed in together and answered when they are durable. */
export type Ask = (transfers: readonly NewTransfer[]) => Promise<readonly TransferStatus[]>

const RUN = '00000000-0000-7000-8000-0000000000be'

/**
 * The shard's writer as group commands use it, for transfers alone: fence, look up, decide, write, commit. The
 * commands around it (events, audit, answers) are left out.
 */
export function ourWriter(host: Host): Ask {
  const pipeline = new ShardPipeline<readonly NewTransfer[], ShardLedger, TransferStatus[]>(host, SHARD, {
    decidesAhead: true,
    async read(tx, calls, kept) {
      const ledger = kept ?? new ShardLedger(SHARD)
      const needs = calls.map(transfers => ({ transfers }))
      await ledger.prepare(tx, needs, nanoseconds(host.clock.now()), RUN)
      return ledger
    },
    decide(ledger, calls) {
      const now = nanoseconds(host.clock.now())
      const answers = calls.map(transfers => {
        const results = ledger.post(transfers, now, RUN)
        if (isRefusal(results)) throw new Error(results.code)
        return results.map(result => result.status)
      })
      return {
        answers,
        write: tx => ledger.flush(tx),
        committed: () => ledger.committed(),
      }
    },
  })
  return transfers => pipeline.add(transfers)
}
