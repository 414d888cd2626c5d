import type { Text } from '../text/index.ts'

/** A text that reads the same in both languages: a number, a version, a path. */
export const plain = (text: string | number): Text => ({ zh: String(text), en: String(text) })

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']

/** Bytes in their largest unit of 1024: `1.5 GB`. */
export function sizeText(bytes: number): string {
  let value = bytes
  let unit = 0
  for (; value >= 1024 && unit < UNITS.length - 1; unit++) value /= 1024
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`
}

const SPANS = [
  [86_400_000, '天', 'd'],
  [3_600_000, '小时', 'h'],
  [60_000, '分钟', 'min'],
  [1000, '秒', 's'],
] as const

/** How long, in the largest unit that fits: `3 小时`, `3 h`. */
export function spanText(milliseconds: number): Text {
  const [size, zh, en] = SPANS.find(([each]) => milliseconds >= each) ?? SPANS[3]
  const count = Math.floor(milliseconds / size)
  return { zh: `${count} ${zh}`, en: `${count} ${en}` }
}
