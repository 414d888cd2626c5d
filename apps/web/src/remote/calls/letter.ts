// Written from the definitions of the calls: node apps/server/client/write.ts

/* Calls of `letter`. */

export interface Queries {
  /** The letter's rows and how each stands */
  'letter.row.list': {
    input: Record<never, never>
    answer: {
      letter: {
        title: {
          zh: string
          en: string
        }
        about: {
          zh: string
          en: string
        }
        number: string
        author: string
        dated: string
        published: string
        figuresAsAt: string
      }
      units: Array<{
        id: string
        zh: string
        en: string
      }>
      sections: Array<{
        id: string
        in?: string
        zh: string
        en: string
      }>
      rows: Array<{
        row: number
        section: string
        unit: string
        with?: Array<string>
        title: {
          zh: string
          en: string
        }
        figure?: {
          zh: string
          en: string
        }
        does: {
          zh: string
          en: string
        }
        kind: 'register' | 'case' | 'transaction' | 'computation' | 'exchange'
        engines: Array<'register' | 'case' | 'rules' | 'score' | 'ledger' | 'slots' | 'geo' | 'sense' | 'match' | 'exchange'>
        state: 'none' | 'part' | 'whole'
        servedBy: Array<{
          query: string
          page: string
          part?: {
            zh: string
            en: string
          }
        }>
      }>
      counts: {
        none: number
        part: number
        whole: number
      }
    }
  }
}

export interface Commands {}

export interface Uploads {}

export interface Downloads {}
