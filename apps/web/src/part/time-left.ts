import type { Language } from '../text/catalogue.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const parts = {
  zh: (n: number, unit: 'day' | 'hour' | 'minute') =>
    `${n} ${{ day: '天', hour: '小时', minute: '分钟' }[unit]}`,
  en: (n: number, unit: 'day' | 'hour' | 'minute') => `${n} ${{ day: 'd', hour: 'h', minute: 'min' }[unit]}`,
}

/** How long something still runs, in its two largest units: "2 天 3 小时", "3 h 5 min"; never more than there is. */
export function spanText(milliseconds: number, language: Language): string {
  const whole = Math.max(0, milliseconds)
  const days = Math.floor(whole / day)
  const hours = Math.floor((whole % day) / hour)
  const minutes = Math.floor((whole % hour) / minute)
  const say = parts[language]
  if (days > 0) return hours > 0 ? `${say(days, 'day')} ${say(hours, 'hour')}` : say(days, 'day')
  if (hours > 0) return minutes > 0 ? `${say(hours, 'hour')} ${say(minutes, 'minute')}` : say(hours, 'hour')
  return say(minutes, 'minute')
}

/** Days from one ISO day to another; negative when it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day)
}
