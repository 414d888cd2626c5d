import type { Host } from '@tongqu/kernel/host'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { NewTransfer, TransferStatus } from '../../machine/index.ts'
import { ShardLedger } from '../../store/shard-ledger.ts'
import { nanoseconds } from '../../store/time.ts'
import { SHARD } from './ground.ts'

const FENCE = 'select epoch from kernel.writer where shard = $1 for update'
const RUN = '00000000-0000-7000-8000-0000000000be'

/**
 * What a shard's writer does with a batch of transfers: fence, read what is not known, decide, write, commit. The
 * commands around it (events, audit, answers) are left out.
 */
export function ourWriter(host: Host): (batch: readonly NewTransfer[]) => Promise<TransferStatus[]> {
  let kept: ShardLedger | undefined
  return batch =>
    host.database.transact({ scope: 'system' }, async tx => {
      await tx.query(FENCE, [SHARD])
      const ledger = kept ?? new ShardLedger(SHARD)
      kept = undefined
      const now = nanoseconds(host.clock.now())
      await ledger.prepare(tx, [{ transfers: batch }], now, RUN)
      const answers = ledger.post(batch, now, RUN)
      if (isRefusal(answers)) throw new Error(answers.code)
      await ledger.flush(tx)
      kept = ledger
      return answers.map(answer => answer.status)
    })
}
