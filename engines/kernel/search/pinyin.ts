import { pinyin, polyphonic } from 'pinyin-pro'

/** How a run of Chinese signs is read: a syllable each, without tones, ü as v. */
export type Reading = readonly string[]

const PLAIN = { toneType: 'none', type: 'array', v: true } as const
/** Readings that are kept beside the likeliest. */
const MOST_OTHERS = 3

/**
 * The readings of a run of Chinese signs, the likeliest first. Words decide where a sign has several readings
 * (重庆 chong qing, 重量 zhong liang); a surname at the head is read as one too (单 shan); after that signs are read the
 * other way one at a time.
 */
export function readingsOf(run: string): readonly Reading[] {
  const likely = pinyin(run, PLAIN)
  const found = new Map<string, Reading>([[likely.join(' '), likely]])
  const add = (reading: Reading) => {
    if (found.size <= MOST_OTHERS && reading.length === likely.length) found.set(reading.join(' '), reading)
  }
  add(pinyin(run, { ...PLAIN, surname: 'head' }))
  for (const [at, said] of polyphonic(run, { toneType: 'none', v: true }).entries())
    for (const other of said.split(' ')) if (other && other !== likely[at]) add(likely.with(at, other))
  return [...found.values()]
}
