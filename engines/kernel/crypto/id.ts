import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length
let lastMillis = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562): time-ordered, with a 12-bit counter so that the ids of one process ascend
 * within a millisecond as well.
 */
export function newId(now: Date): string {
  const millis = Math.max(now.getTime(), lastMillis)
  counter = millis === lastMillis ? counter + 1 : 0
  lastMillis = counter > 0xfff ? millis + 1 : millis
  if (counter > 0xfff) counter = 0
  if (used + 8 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.toString('hex', used, used + 8)
  used += 8
  const time = lastMillis.toString(16).padStart(12, '0')
  const count = counter.toString(16).padStart(3, '0')
  const variant = ((Number.parseInt(random[0]!, 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${random.slice(1, 4)}-${random.slice(4, 16)}`
}
