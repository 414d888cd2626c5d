/**
 * SQL: events that are placed from the position `$1` to `$2`, both with them, in the order of the log. Their blocks are
 * found by where they stand, the events by the blocks' ids; `e.position` is the event's.
 * @param columns of `e`: those of kernel.event and `position`
 * @param condition of `e`, with parameters from `$3` on
 */
export function placedBetween(columns: string, condition = 'true'): string {
  // Bounds are reckoned before (`offset 0`): row security lets an index be probed with plain values only. The second one
  // has each block's events looked up by themselves: of a long log a join by range would read all, seconds each time.
  return `
    select ${columns} from (
      select first_id, position, first_id + greatest($1::bigint - position, 0) as low,
        least(last_id, first_id + ($2::bigint - position)) as high
      from kernel.event_batch
      where position >= (select coalesce(max(position), 0) from kernel.event_batch where position <= $1::bigint)
        and position <= $2::bigint offset 0) as b
    cross join lateral (
      select b.position + id - b.first_id as position, event.* from kernel.event
      where id >= b.low and id <= b.high offset 0) as e
    where ${condition} order by e.position`
}
