// Written from the definitions of the calls: node apps/server/client/write.ts

/* Calls of `wall`. */

export interface Queries {
  /** Figures for a wall, in the caller’s own sight, each with the address of its records */
  'wall.figure.read': {
    input: {
      keys?: Array<string>
      period?: 'day' | 'week' | 'month' | 'year'
      to?: string
    }
    answer: {
      at: string
      figures: Array<{
        key: string
        name: {
          zh: string
          en: string
        }
        about: {
          zh: string
          en: string
        }
        unit: 'count' | 'CNY'
        chart: 'number' | 'bars' | 'map' | 'time' | 'minutes' | 'alarm'
        period?: {
          from: string
          to: string
        }
        asAt: string
        value: string
        records: string
        series: Array<{
          name: {
            zh: string
            en: string
          }
          unit: 'count' | 'CNY'
        }>
        keys?: 'mode' | 'country' | 'hour' | 'day' | 'month' | 'minute' | 'text'
        parts: Array<{
          key: string
          name?: {
            zh: string
            en: string
          }
          values: Array<string>
          records?: string
        }>
      }>
    }
  }
  /** Where countries are on a map of the world */
  'wall.place.list': {
    input: Record<never, never>
    answer: {
      source: string
      places: Array<{
        code: string
        name: {
          zh: string
          en: string
        }
        longitude: number
        latitude: number
      }>
    }
  }
}

export interface Commands {}

export interface Uploads {}

export interface Downloads {}
