import { ledgerWriter } from '@tongqu/ledger'
import { type ReservationRow, writeReservations } from './rows.ts'

/**
 * The shard of everything on sale: one. An order takes pieces off shelves of several sellers, and stands or falls
 * whole, so its shelves must be decided in one order; and one writer gathers all callers into few transactions. Should
 * one not be enough, the rule changes here, and shelves are opened in the shards it names from then on; those that are
 * open name their own.
 */
export const SHARD = 'all'

/** The writer of what is on sale: reservations are decided in order, in memory, and committed many at once. */
export const stockWriter = ledgerWriter<ReservationRow>('market.stock', writeReservations)

/** The writer as accounts on sale name it. */
export const WRITER = stockWriter.shard(SHARD)
