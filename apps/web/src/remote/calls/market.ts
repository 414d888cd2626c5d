// Written from the definitions of the calls: node apps/server/client/write.ts

/* Calls of `market`. */

export interface Queries {
  /** Articles */
  'market.article.list': {
    input: {
      search?: string
      sort?: 'registered' | '-registered' | 'sku' | '-sku' | 'name' | '-name'
      after?: string
      limit?: number
    }
    answer: {
      articles: Array<{
        id: string
        owner: string
        sku: string
        name: {
          zh: string
          en: string
        }
        unit: string
        unitName: {
          zh: string
          en: string
        }
        scale: number
        ledger: number
        tracking: 'none' | 'lot' | 'serial'
        hsCode?: string
        shelfLifeDays?: number
        low?: string
        nearExpiryDays?: number
        version: number
        changedAt?: string
        changedBy?: {
          zh: string
          en: string
        }
      }>
      next?: string
    }
  }
  /** One article, with its version and who changed it last */
  'market.article.read': {
    input: {
      article: string
    }
    answer: {
      id: string
      owner: string
      sku: string
      name: {
        zh: string
        en: string
      }
      unit: string
      unitName: {
        zh: string
        en: string
      }
      scale: number
      ledger: number
      tracking: 'none' | 'lot' | 'serial'
      hsCode?: string
      shelfLifeDays?: number
      low?: string
      nearExpiryDays?: number
      version: number
      changedAt?: string
      changedBy?: {
        zh: string
        en: string
      }
    }
  }
  /** Counts, the newest first */
  'market.count.list': {
    input: {
      state?: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      warehouse?: string
      after?: string
      limit?: number
    }
    answer: {
      counts: Array<{
        id: string
        number: string
        state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
        owner: string
        warehouse: string
        keeper: string
        at: string
        reason?: string
        endedAt?: string
      }>
      next?: string
    }
  }
  /** What was expected, counted and differs, once everything is counted */
  'market.count.review': {
    input: {
      count: string
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        expected: string
        first: string
        second?: string
        difference: string
        movedSince: string
        countedBy: Array<string>
      }>
    }
  }
  /** The sheet that people count by: nothing of what is expected */
  'market.count.sheet': {
    input: {
      count: string
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        open: boolean
        entered: boolean
      }>
    }
  }
  /** A hold and how its parts stand */
  'market.hold.get': {
    input: {
      hold: string
    }
    answer: {
      id: string
      owner: string
      article: string
      sku: string
      unit: string
      reference?: string
      at: string
      state: 'open' | 'ended'
      held: string
      shipped: string
      parts: Array<{
        part: string
        line: string
        warehouse: string
        keeper: string
        lot?: string
        expiresOn?: string
        quantity: string
        shipped: string
        state: 'held' | 'shipped' | 'released' | 'expired'
        until?: string
      }>
    }
  }
  /** Holds, the newest first */
  'market.hold.list': {
    input: {
      article?: string
      after?: string
      limit?: number
    }
    answer: {
      holds: Array<{
        id: string
        owner: string
        article: string
        sku: string
        unit: string
        reference?: string
        at: string
        state: 'open' | 'ended'
        held: string
        shipped: string
        parts: Array<{
          part: string
          line: string
          warehouse: string
          keeper: string
          lot?: string
          expiresOn?: string
          quantity: string
          shipped: string
          state: 'held' | 'shipped' | 'released' | 'expired'
          until?: string
        }>
      }>
      next?: string
    }
  }
  /** A receipt: announced, taken in, rejected, by line */
  'market.receipt.get': {
    input: {
      receipt: string
    }
    answer: {
      id: string
      number: string
      state: 'announced' | 'receiving' | 'closed' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      source: 'supplier' | 'customer'
      sender?: string
      reference?: string
      expectedOn?: string
      reason?: string
      at: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        announced: string
        accepted: string
        rejected: string
        difference: string
      }>
    }
  }
  /** Receipts, the newest first */
  'market.receipt.list': {
    input: {
      state?: 'announced' | 'receiving' | 'closed' | 'cancelled'
      warehouse?: string
      sort?: 'number' | '-number' | 'expected' | '-expected'
      after?: string
      limit?: number
    }
    answer: {
      receipts: Array<{
        id: string
        number: string
        state: 'announced' | 'receiving' | 'closed' | 'cancelled'
        owner: string
        warehouse: string
        keeper: string
        source: 'supplier' | 'customer'
        sender?: string
        reference?: string
        expectedOn?: string
        reason?: string
        at: string
      }>
      next?: string
    }
  }
  /** Reservations that one made, or that were made off one’s shelves */
  'market.reservation.list': {
    input: {
      shelf?: string
      after?: string
      limit?: number
    }
    answer: {
      reservations: Array<{
        id: string
        shelf: string
        buyer: string
        seller: string
        quantity: string
        state: 'placed' | 'confirmed' | 'cancelled' | 'expired'
        at: string
        expiresAt: string
      }>
      next?: string
    }
  }
  /** What is on sale: free, reserved, sold */
  'market.shelf.list': {
    input: {
      article?: string
      after?: string
      limit?: number
    }
    answer: {
      shelves: Array<{
        id: string
        line: string
        article: string
        sku: string
        unit: string
        owner: string
        warehouse: string
        keeper: string
        lot?: string
        expiresOn?: string
        free: string
        reserved: string
        sold: string
      }>
      next?: string
    }
  }
  /** What a buyer sees of a shelf */
  'market.shelf.look': {
    input: {
      shelf: string
    }
    answer: {
      shelf: string
      name: {
        zh: string
        en: string
      }
      unit: string
      left: string
    }
  }
  /** How much of an article can be had, where, and why not more */
  'market.stock.availability': {
    input: {
      article: string
      asAt?: string
      knownAt?: number
    }
    answer: {
      asAt?: string
      knownAt?: number
      article: string
      sku: string
      unit: string
      total: {
        onHand: string
        held: string
        available: string
        onSale: string
        reserved: string
        sold: string
      }
      warehouses: Array<{
        warehouse: string
        warehouseCode: string
        warehouseKind: string
        onHand: string
        held: string
        available: string
        onSale: string
        reserved: string
        sold: string
      }>
      kinds: Array<{
        warehouseKind: string
        onHand: string
        held: string
        available: string
        onSale: string
        reserved: string
        sold: string
      }>
      notAvailable: {
        held: string
        onSale: string
        blocked: string
        expired: string
      }
    }
  }
  /** What has expired or soon will, the soonest first */
  'market.stock.expiring': {
    input: {
      days?: number
      warehouse?: string
      after?: string
      limit?: number
    }
    answer: {
      asAt?: string
      knownAt?: number
      lines: Array<{
        line: string
        article: string
        sku: string
        name: {
          zh: string
          en: string
        }
        unit: string
        owner: string
        warehouse: string
        warehouseCode: string
        warehouseKind: string
        keeper: string
        lot?: {
          id: string
          number: string
        }
        producedOn?: string
        expiresOn?: string
        state: 'good' | 'blocked' | 'expired'
        blocked?: string
        shelf?: string
        onHand: string
        held: string
        available: string
        onSale: string
        reserved: string
        sold: string
      }>
      next?: string
    }
  }
  /** Every movement of a line: who, why, on what paper */
  'market.stock.history': {
    input: {
      line: string
      from?: string
      asAt?: string
      knownAt?: number
      most?: number
    }
    answer: {
      line: string
      sku: string
      unit: string
      from: string
      asAt: string
      knownAt: number
      opening: string
      closing: string
      moves: Array<{
        transfer: string
        kind: 'transfer' | 'hold' | 'post' | 'void' | 'expiry'
        movement: string
        movementName: {
          zh: string
          en: string
        }
        at: string
        change: string
        onHand: string
        held: string
        record?: {
          kind: string
          id: string
          line?: number
        }
        reason?: string
        paper?: {
          type: string
          reference: string
        }
        by?: string
      }>
      more: boolean
    }
  }
  /** Stock by line: on hand, held, available, on sale; as at an instant */
  'market.stock.list': {
    input: {
      article?: string
      warehouse?: string
      warehouseKind?: string
      lot?: string
      search?: string
      withEmpty?: boolean
      sort?: 'sku' | '-sku' | 'expires' | '-expires'
      asAt?: string
      knownAt?: number
      after?: string
      limit?: number
    }
    answer: {
      asAt?: string
      knownAt?: number
      lines: Array<{
        line: string
        article: string
        sku: string
        name: {
          zh: string
          en: string
        }
        unit: string
        owner: string
        warehouse: string
        warehouseCode: string
        warehouseKind: string
        keeper: string
        lot?: {
          id: string
          number: string
        }
        producedOn?: string
        expiresOn?: string
        state: 'good' | 'blocked' | 'expired'
        blocked?: string
        shelf?: string
        onHand: string
        held: string
        available: string
        onSale: string
        reserved: string
        sold: string
      }>
      next?: string
    }
  }
  /** Articles of which less is left than is wanted */
  'market.stock.low': {
    input: {
      after?: string
      limit?: number
    }
    answer: {
      articles: Array<{
        article: string
        sku: string
        name: {
          zh: string
          en: string
        }
        unit: string
        low: string
        left: string
      }>
      next?: string
    }
  }
  /** Stock as at an instant, with what came and went since another */
  'market.stock.report': {
    input: {
      from?: string
      asAt?: string
      knownAt?: number
      article?: string
      warehouse?: string
      after?: string
      limit?: number
    }
    answer: {
      from: string
      asAt: string
      knownAt: number
      lines: Array<{
        line: string
        article: string
        sku: string
        unit: string
        warehouse: string
        warehouseCode: string
        lot?: string
        opening: string
        movements: Array<{
          movement: string
          movementName: {
            zh: string
            en: string
          }
          in: string
          out: string
        }>
        closing: string
      }>
      next?: string
    }
  }
  /** Whose goods a warehouse keeps */
  'market.storage.list': {
    input: {
      warehouse: string
    }
    answer: {
      storages: Array<{
        warehouse: string
        owner: string
        keeper: string
        state: 'offered' | 'agreed' | 'ended'
        at: string
      }>
    }
  }
  /** A transfer: ordered, sent, arrived, lost, on the way, by line */
  'market.transfer.get': {
    input: {
      transfer: string
    }
    answer: {
      id: string
      number: string
      state: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
      owner: string
      from: string
      fromKeeper: string
      to: string
      toKeeper: string
      dueOn?: string
      reason?: string
      at: string
      dispatchedAt?: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        ordered: string
        sent: string
        arrived: string
        lost: string
        turnedBack: string
        inTransit: string
      }>
    }
  }
  /** Transfers, the newest first; those overdue on the way */
  'market.transfer.list': {
    input: {
      state?: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
      warehouse?: string
      overdue?: boolean
      sort?: 'number' | '-number' | 'due' | '-due'
      after?: string
      limit?: number
    }
    answer: {
      transfers: Array<{
        id: string
        number: string
        state: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
        owner: string
        from: string
        fromKeeper: string
        to: string
        toKeeper: string
        dueOn?: string
        reason?: string
        at: string
        dispatchedAt?: string
      }>
      next?: string
    }
  }
  /** Warehouses that one runs or stores in */
  'market.warehouse.list': {
    input: {
      kind?: string
      after?: string
      limit?: number
    }
    answer: {
      warehouses: Array<{
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
        kind: string
        kindName: {
          zh: string
          en: string
        }
        country: string
        customsDistrict?: string
        keeper: string
      }>
      next?: string
    }
  }
}

export interface Commands {
  /** Change an article’s name, code, shelf life or thresholds */
  'market.article.change': {
    input: {
      article: string
      version: number
      name?: {
        zh: string
        en: string
      }
      hsCode?: string | null
      shelfLifeDays?: number | null
      low?: string | null
      nearExpiryDays?: number | null
    }
    answer: {
      id: string
      owner: string
      sku: string
      name: {
        zh: string
        en: string
      }
      unit: string
      unitName: {
        zh: string
        en: string
      }
      scale: number
      ledger: number
      tracking: 'none' | 'lot' | 'serial'
      hsCode?: string
      shelfLifeDays?: number
      low?: string
      nearExpiryDays?: number
      version: number
      changedAt?: string
      changedBy?: {
        zh: string
        en: string
      }
    }
  }
  /** Register an article */
  'market.article.register': {
    input: {
      sku: string
      name: {
        zh: string
        en: string
      }
      unit: string
      tracking: 'none' | 'lot' | 'serial'
      hsCode?: string
      shelfLifeDays?: number
      low?: string
      nearExpiryDays?: number
    }
    answer: {
      id: string
      owner: string
      sku: string
      name: {
        zh: string
        en: string
      }
      unit: string
      unitName: {
        zh: string
        en: string
      }
      scale: number
      ledger: number
      tracking: 'none' | 'lot' | 'serial'
      hsCode?: string
      shelfLifeDays?: number
      low?: string
      nearExpiryDays?: number
      version: number
      changedAt?: string
      changedBy?: {
        zh: string
        en: string
      }
    }
  }
  /** Approve a count that others made, and post its differences */
  'market.count.approve': {
    input: {
      count: string
      paper?: {
        type: string
        reference: string
      }
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        expected: string
        first: string
        second?: string
        difference: string
        movedSince: string
        countedBy: Array<string>
      }>
    }
  }
  /** Cancel a count */
  'market.count.cancel': {
    input: {
      count: string
      reason: string
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        open: boolean
        entered: boolean
      }>
    }
  }
  /** Enter what was counted */
  'market.count.enter': {
    input: {
      count: string
      entries: Array<{
        line: number
        quantity: string
        unit?: string
      }>
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        open: boolean
        entered: boolean
      }>
    }
  }
  /** Put goods on the sheet that lie there and are not on it */
  'market.count.find': {
    input: {
      count: string
      article: string
      lot?: string
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        open: boolean
        entered: boolean
      }>
    }
  }
  /** End the round: count again what differs, or have it approved */
  'market.count.finish': {
    input: {
      count: string
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        open: boolean
        entered: boolean
      }>
    }
  }
  /** Begin a count: what is expected is fixed by this moment */
  'market.count.start': {
    input: {
      warehouse: string
      owner?: string
      articles?: Array<string>
    }
    answer: {
      id: string
      number: string
      state: 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      at: string
      reason?: string
      endedAt?: string
      lines: Array<{
        line: number
        stock: string
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        open: boolean
        entered: boolean
      }>
    }
  }
  /** Hold goods, what expires first, first */
  'market.hold.place': {
    input: {
      article: string
      quantity: string
      unit?: string
      warehouse?: string
      warehouseKind?: string
      lot?: string
      line?: string
      seconds?: number
      reference?: string
    }
    answer: {
      id: string
      owner: string
      article: string
      sku: string
      unit: string
      reference?: string
      at: string
      state: 'open' | 'ended'
      held: string
      shipped: string
      parts: Array<{
        part: string
        line: string
        warehouse: string
        keeper: string
        lot?: string
        expiresOn?: string
        quantity: string
        shipped: string
        state: 'held' | 'shipped' | 'released' | 'expired'
        until?: string
      }>
    }
  }
  /** Give back what is held */
  'market.hold.release': {
    input: {
      hold: string
      parts?: Array<string>
    }
    answer: {
      id: string
      owner: string
      article: string
      sku: string
      unit: string
      reference?: string
      at: string
      state: 'open' | 'ended'
      held: string
      shipped: string
      parts: Array<{
        part: string
        line: string
        warehouse: string
        keeper: string
        lot?: string
        expiresOn?: string
        quantity: string
        shipped: string
        state: 'held' | 'shipped' | 'released' | 'expired'
        until?: string
      }>
    }
  }
  /** Ship what is held, whole or in part */
  'market.hold.ship': {
    input: {
      hold: string
      parts?: Array<{
        part: string
        quantity?: string
        unit?: string
      }>
      rest?: 'keep' | 'release'
      paper?: {
        type: string
        reference: string
      }
    }
    answer: {
      id: string
      owner: string
      article: string
      sku: string
      unit: string
      reference?: string
      at: string
      state: 'open' | 'ended'
      held: string
      shipped: string
      parts: Array<{
        part: string
        line: string
        warehouse: string
        keeper: string
        lot?: string
        expiresOn?: string
        quantity: string
        shipped: string
        state: 'held' | 'shipped' | 'released' | 'expired'
        until?: string
      }>
    }
  }
  /** Announce goods to a warehouse */
  'market.receipt.announce': {
    input: {
      warehouse: string
      source: 'supplier' | 'customer'
      sender?: string
      reference?: string
      expectedOn?: string
      lines: Array<{
        article: string
        quantity: string
        unit?: string
      }>
    }
    answer: {
      id: string
      number: string
      state: 'announced' | 'receiving' | 'closed' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      source: 'supplier' | 'customer'
      sender?: string
      reference?: string
      expectedOn?: string
      reason?: string
      at: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        announced: string
        accepted: string
        rejected: string
        difference: string
      }>
    }
  }
  /** Take back an announcement before anything came */
  'market.receipt.cancel': {
    input: {
      receipt: string
      reason?: string
    }
    answer: {
      id: string
      number: string
      state: 'announced' | 'receiving' | 'closed' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      source: 'supplier' | 'customer'
      sender?: string
      reference?: string
      expectedOn?: string
      reason?: string
      at: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        announced: string
        accepted: string
        rejected: string
        difference: string
      }>
    }
  }
  /** Close a receipt: nothing more will come */
  'market.receipt.close': {
    input: {
      receipt: string
      reason?: string
    }
    answer: {
      id: string
      number: string
      state: 'announced' | 'receiving' | 'closed' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      source: 'supplier' | 'customer'
      sender?: string
      reference?: string
      expectedOn?: string
      reason?: string
      at: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        announced: string
        accepted: string
        rejected: string
        difference: string
      }>
    }
  }
  /** Take in goods that came, or reject them */
  'market.receipt.receive': {
    input: {
      receipt: string
      entries: Array<{
        line: number
        quantity?: string
        unit?: string
        lot?: {
          number: string
          producedOn?: string
          expiresOn?: string
        }
        rejected?: {
          quantity: string
          reason: string
        }
      }>
      paper?: {
        type: string
        reference: string
      }
    }
    answer: {
      id: string
      number: string
      state: 'announced' | 'receiving' | 'closed' | 'cancelled'
      owner: string
      warehouse: string
      keeper: string
      source: 'supplier' | 'customer'
      sender?: string
      reference?: string
      expectedOn?: string
      reason?: string
      at: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        announced: string
        accepted: string
        rejected: string
        difference: string
      }>
      stock: Array<string | null>
    }
  }
  /** Give reserved pieces back */
  'market.reservation.cancel': {
    input: {
      reservation: string
    }
    answer: {
      reservation: string
      state: 'confirmed' | 'cancelled'
    }
  }
  /** Confirm a reservation: the pieces are sold */
  'market.reservation.confirm': {
    input: {
      reservation: string
    }
    answer: {
      reservation: string
      state: 'confirmed' | 'cancelled'
    }
  }
  /** Have pieces of a shelf kept for oneself */
  'market.reservation.place': {
    input: {
      shelf: string
      quantity: string
      seconds?: number
    }
    answer: {
      reservation: string
      left: string
      expiresAt: string
    }
  }
  /** Take pieces off sale that nobody has reserved */
  'market.shelf.clear': {
    input: {
      shelf: string
      quantity?: string
      unit?: string
    }
    answer: {
      id: string
      line: string
      article: string
      sku: string
      unit: string
      owner: string
      warehouse: string
      keeper: string
      lot?: string
      expiresOn?: string
      free: string
      reserved: string
      sold: string
    }
  }
  /** Put pieces of a line on sale */
  'market.shelf.fill': {
    input: {
      line: string
      quantity: string
      unit?: string
    }
    answer: {
      id: string
      line: string
      article: string
      sku: string
      unit: string
      owner: string
      warehouse: string
      keeper: string
      lot?: string
      expiresOn?: string
      free: string
      reserved: string
      sold: string
    }
  }
  /** Ship what was sold off a shelf */
  'market.shelf.ship': {
    input: {
      shelf: string
      quantity: string
      unit?: string
      paper?: {
        type: string
        reference: string
      }
      note?: string
    }
    answer: {
      id: string
      line: string
      article: string
      sku: string
      unit: string
      owner: string
      warehouse: string
      keeper: string
      lot?: string
      expiresOn?: string
      free: string
      reserved: string
      sold: string
    }
  }
  /** Block a lot, or what lies in one place */
  'market.stock.block': {
    input: {
      lot?: string
      line?: string
      reason: string
    }
    answer: {
      id: string
      lot?: string
      line?: string
      reason: string
      from: string
      to?: string
    }
  }
  /** Lift a block */
  'market.stock.unblock': {
    input: {
      lot?: string
      line?: string
    }
    answer: {
      id: string
      lot?: string
      line?: string
      reason: string
      from: string
      to?: string
    }
  }
  /** Write off goods that are spoiled, expired, destroyed or lost */
  'market.stock.writeOff': {
    input: {
      line: string
      quantity: string
      unit?: string
      kind: 'spoiled' | 'expired' | 'destroyed' | 'damaged' | 'lost'
      reason: string
      paper?: {
        type: string
        reference: string
      }
    }
    answer: {
      transfer: string
      line: string
      left: string
    }
  }
  /** Agree that a warehouse keeps one’s goods */
  'market.storage.agree': {
    input: {
      warehouse: string
      owner?: string
    }
    answer: {
      warehouse: string
      owner: string
      keeper: string
      state: 'offered' | 'agreed' | 'ended'
      at: string
    }
  }
  /** End the keeping of goods, once none are left */
  'market.storage.end': {
    input: {
      warehouse: string
      owner?: string
    }
    answer: {
      warehouse: string
      owner: string
      keeper: string
      state: 'offered' | 'agreed' | 'ended'
      at: string
    }
  }
  /** Offer an owner to keep its goods */
  'market.storage.offer': {
    input: {
      warehouse: string
      owner?: string
    }
    answer: {
      warehouse: string
      owner: string
      keeper: string
      state: 'offered' | 'agreed' | 'ended'
      at: string
    }
  }
  /** Take in what came of a transfer, and say what was lost */
  'market.transfer.arrive': {
    input: {
      transfer: string
      entries: Array<{
        line: number
        quantity?: string
        unit?: string
        loss?: {
          quantity: string
          kind: 'damaged' | 'lost'
          reason: string
          paper?: {
            type: string
            reference: string
          }
        }
      }>
      paper?: {
        type: string
        reference: string
      }
    }
    answer: {
      id: string
      number: string
      state: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
      owner: string
      from: string
      fromKeeper: string
      to: string
      toKeeper: string
      dueOn?: string
      reason?: string
      at: string
      dispatchedAt?: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        ordered: string
        sent: string
        arrived: string
        lost: string
        turnedBack: string
        inTransit: string
      }>
    }
  }
  /** Take back an order before the goods leave */
  'market.transfer.cancel': {
    input: {
      transfer: string
      reason?: string
    }
    answer: {
      id: string
      number: string
      state: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
      owner: string
      from: string
      fromKeeper: string
      to: string
      toKeeper: string
      dueOn?: string
      reason?: string
      at: string
      dispatchedAt?: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        ordered: string
        sent: string
        arrived: string
        lost: string
        turnedBack: string
        inTransit: string
      }>
    }
  }
  /** Close what will not arrive: lost, or turned back */
  'market.transfer.close': {
    input: {
      transfer: string
      outcome: 'lost' | 'turned_back'
      reason: string
      paper?: {
        type: string
        reference: string
      }
    }
    answer: {
      id: string
      number: string
      state: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
      owner: string
      from: string
      fromKeeper: string
      to: string
      toKeeper: string
      dueOn?: string
      reason?: string
      at: string
      dispatchedAt?: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        ordered: string
        sent: string
        arrived: string
        lost: string
        turnedBack: string
        inTransit: string
      }>
    }
  }
  /** Let the goods of a transfer go */
  'market.transfer.dispatch': {
    input: {
      transfer: string
      lines?: Array<{
        line: number
        quantity: string
        unit?: string
      }>
      dueOn?: string
      paper?: {
        type: string
        reference: string
      }
    }
    answer: {
      id: string
      number: string
      state: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
      owner: string
      from: string
      fromKeeper: string
      to: string
      toKeeper: string
      dueOn?: string
      reason?: string
      at: string
      dispatchedAt?: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        ordered: string
        sent: string
        arrived: string
        lost: string
        turnedBack: string
        inTransit: string
      }>
    }
  }
  /** Order goods from one warehouse to another */
  'market.transfer.order': {
    input: {
      from: string
      to: string
      dueOn?: string
      lines: Array<{
        article: string
        quantity: string
        unit?: string
        lot?: string
        line?: string
      }>
    }
    answer: {
      id: string
      number: string
      state: 'ordered' | 'dispatched' | 'closed' | 'cancelled'
      owner: string
      from: string
      fromKeeper: string
      to: string
      toKeeper: string
      dueOn?: string
      reason?: string
      at: string
      dispatchedAt?: string
      lines: Array<{
        line: number
        article: string
        sku: string
        unit: string
        lot?: string
        expiresOn?: string
        ordered: string
        sent: string
        arrived: string
        lost: string
        turnedBack: string
        inTransit: string
      }>
    }
  }
  /** Register a warehouse that one runs */
  'market.warehouse.register': {
    input: {
      code: string
      name: {
        zh: string
        en: string
      }
      kind: string
      country: string
      customsDistrict?: string
    }
    answer: {
      id: string
      code: string
      name: {
        zh: string
        en: string
      }
      kind: string
      kindName: {
        zh: string
        en: string
      }
      country: string
      customsDistrict?: string
      keeper: string
    }
  }
}

export interface Uploads {}

export interface Downloads {
  /** The listed stock as CSV */
  'market.stock.export': {
    input: {
      article?: string
      warehouse?: string
      warehouseKind?: string
      lot?: string
      search?: string
      withEmpty?: boolean
      sort?: 'sku' | '-sku' | 'expires' | '-expires'
      asAt?: string
      knownAt?: number
    }
  }
}
