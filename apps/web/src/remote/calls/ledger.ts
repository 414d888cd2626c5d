// Written from the definitions of the calls: node apps/server/client/write.ts

/* Calls of `ledger`. */

export interface Queries {
  /** Accounts and their balances */
  'ledger.account.list': {
    input: {
      unit?: string
      code?: number
      party?: string
      writer?: string
      record?: string
      sort?: 'id' | '-id' | 'unit' | '-unit' | 'code' | '-code'
      after?: string
      limit?: number
    }
    answer: {
      accounts: Array<{
        id: string
        label?: {
          zh: string
          en: string
        }
        record?: string
        party: string
        partyName?: {
          zh: string
          en: string
        }
        unit: {
          number: number
          kind: string
          code: string
          scale: number
          name: {
            zh: string
            en: string
          }
        }
        code: number
        codeName?: {
          zh: string
          en: string
        }
        limit: 'none' | 'debits' | 'credits'
        isClosed: boolean
        writer: string
        openedAt: string
        balances: {
          debits_pending: string
          debits_posted: string
          credits_pending: string
          credits_posted: string
        }
        standing: {
          side: 'debit' | 'credit'
          balance: string
          held: string
          coming: string
          available?: string
        }
      }>
      next?: string
    }
  }
  /** An account: unit, limit, four balances, what is available */
  'ledger.account.read': {
    input: {
      account: string
    }
    answer: {
      id: string
      label?: {
        zh: string
        en: string
      }
      record?: string
      party: string
      partyName?: {
        zh: string
        en: string
      }
      unit: {
        number: number
        kind: string
        code: string
        scale: number
        name: {
          zh: string
          en: string
        }
      }
      code: number
      codeName?: {
        zh: string
        en: string
      }
      limit: 'none' | 'debits' | 'credits'
      isClosed: boolean
      writer: string
      openedAt: string
      balances: {
        debits_pending: string
        debits_posted: string
        credits_pending: string
        credits_posted: string
      }
      standing: {
        side: 'debit' | 'credit'
        balance: string
        held: string
        coming: string
        available?: string
      }
      closedUpTo?: string
    }
  }
  /** Statement: opening, every change, closing; as at an instant, as known at a position */
  'ledger.account.statement': {
    input: {
      account: string
      from?: string
      asAt?: string
      knownAt?: number
      side?: 'debit' | 'credit'
      code?: number
      newest?: boolean
      after?: string
      limit?: number
    }
    answer: {
      id: string
      label?: {
        zh: string
        en: string
      }
      record?: string
      party: string
      partyName?: {
        zh: string
        en: string
      }
      unit: {
        number: number
        kind: string
        code: string
        scale: number
        name: {
          zh: string
          en: string
        }
      }
      code: number
      codeName?: {
        zh: string
        en: string
      }
      limit: 'none' | 'debits' | 'credits'
      isClosed: boolean
      writer: string
      openedAt: string
      from: string
      asAt: string
      knownAt: number
      opening: {
        balances: {
          debits_pending: string
          debits_posted: string
          credits_pending: string
          credits_posted: string
        }
        standing: {
          side: 'debit' | 'credit'
          balance: string
          held: string
          coming: string
          available?: string
        }
      }
      turnover: {
        debits: string
        credits: string
      }
      lines: Array<{
        kind: 'transfer' | 'hold' | 'post' | 'void' | 'expiry'
        at: string
        timestamp: string
        id: string
        side: 'debit' | 'credit'
        counter: {
          id: string
          label?: {
            zh: string
            en: string
          }
          record?: string
        }
        amount: string
        inUnit: string
        code: number
        codeName?: {
          zh: string
          en: string
        }
        balances: {
          debits_pending: string
          debits_posted: string
          credits_pending: string
          credits_posted: string
        }
        standing: {
          side: 'debit' | 'credit'
          balance: string
          held: string
          coming: string
          available?: string
        }
      }>
      closing: {
        balances: {
          debits_pending: string
          debits_posted: string
          credits_pending: string
          credits_posted: string
        }
        standing: {
          side: 'debit' | 'credit'
          balance: string
          held: string
          coming: string
          available?: string
        }
      }
      more: boolean
    }
  }
  /** Verify the books: conservation, balances equal transfers, pending equals open holds, limits kept */
  'ledger.book.verify': {
    input: Record<never, never>
    answer: {
      accounts: number
      transfers: number
      openHolds: number
      invariants: Array<string>
      faults: Array<{
        invariant: string
        at: string
        found: string
      }>
    }
  }
  /** Holds: those that are open, or those of an account that ended */
  'ledger.hold.list': {
    input: {
      account?: string
      status?: 'pending' | 'posted' | 'voided' | 'expired'
      dueBefore?: string
      after?: string
      limit?: number
    }
    answer: {
      holds: Array<{
        id: string
        status: 'pending' | 'posted' | 'voided' | 'expired'
        debit: {
          id: string
          label?: {
            zh: string
            en: string
          }
          record?: string
        }
        credit: {
          id: string
          label?: {
            zh: string
            en: string
          }
          record?: string
        }
        unit: {
          number: number
          kind: string
          code: string
          scale: number
          name: {
            zh: string
            en: string
          }
        }
        amount: string
        inUnit: string
        code: number
        codeName?: {
          zh: string
          en: string
        }
        at: string
        expiresAt?: string
        resolvedAt?: string
        cursor: string
      }>
      more: boolean
    }
  }
  /** Closings, with their sums */
  'ledger.period.list': {
    input: {
      unit?: string
      party?: string
      after?: string
    }
    answer: {
      periods: Array<{
        id: string
        unit: {
          number: number
          kind: string
          code: string
          scale: number
          name: {
            zh: string
            en: string
          }
        }
        party?: string
        partyName?: {
          zh: string
          en: string
        }
        upTo: string
        askedAt: string
        closedAt?: string
        knownAt?: number
        accounts?: number
        totals?: {
          debits_pending: string
          debits_posted: string
          credits_pending: string
          credits_posted: string
        }
      }>
      more: boolean
    }
  }
  /** Find a transfer by its id: both sides, amount, its hold and what became of it */
  'ledger.transfer.find': {
    input: {
      transfer: string
    }
    answer: {
      transfers: Array<{
        id: string
        debit: {
          id: string
          label?: {
            zh: string
            en: string
          }
          record?: string
        }
        credit: {
          id: string
          label?: {
            zh: string
            en: string
          }
          record?: string
        }
        unit: {
          number: number
          kind: string
          code: string
          scale: number
          name: {
            zh: string
            en: string
          }
        }
        amount: string
        inUnit: string
        code: number
        codeName?: {
          zh: string
          en: string
        }
        flags: Array<string>
        at: string
        timestamp: string
        pendingId?: string
        hold?: {
          status: 'pending' | 'posted' | 'voided' | 'expired'
          expiresAt?: string
          resolvedAt?: string
        }
      }>
    }
  }
  /** Units of account */
  'ledger.unit.list': {
    input: {
      kind?: string
      search?: string
      after?: number
    }
    answer: {
      units: Array<{
        number: number
        kind: string
        code: string
        scale: number
        name: {
          zh: string
          en: string
        }
        from?: string
        to?: string
        source?: string
      }>
      more: boolean
    }
  }
}

export interface Commands {
  /** Open an account */
  'ledger.account.open': {
    input: {
      id?: string
      party?: string
      unit: string
      code: number
      limit: 'none' | 'debits' | 'credits'
      label?: {
        zh: string
        en: string
      }
    }
    answer: {
      id: string
    }
  }
  /** Close a unit's accounts, or a party's of it, up to an instant; never undone */
  'ledger.period.close': {
    input: {
      unit: string
      upTo: string
      party?: string
    }
    answer: {
      id: string
      unit: {
        number: number
        kind: string
        code: string
        scale: number
        name: {
          zh: string
          en: string
        }
      }
      party?: string
      partyName?: {
        zh: string
        en: string
      }
      upTo: string
      askedAt: string
      closedAt?: string
      knownAt?: number
      accounts?: number
      totals?: {
        debits_pending: string
        debits_posted: string
        credits_pending: string
        credits_posted: string
      }
    }
  }
  /** Load the packs' units of account */
  'ledger.unit.install': {
    input: Record<never, never>
    answer: {
      changed: Array<string>
    }
  }
}

export interface Uploads {}

export interface Downloads {}
