// Written from the definitions of the calls: node apps/server/client/write.ts

/* Calls of `customs`. */

export interface Queries {
  /** Counts of a book, the newest first */
  'customs.book.counts': {
    input: {
      book: string
      after?: string
      limit?: number
    }
    answer: {
      counts: Array<{
        id: string
        book: string
        state: string
        reason: string
        paper: string
        at: string
        endedAt?: string
        endedReason?: string
        lines: Array<{
          recordNo: number
          expected: string
          counted: string
          difference: string
        }>
      }>
      next?: string
    }
  }
  /** Bonded books */
  'customs.book.list': {
    input: {
      after?: string
      limit?: number
    }
    answer: {
      books: Array<{
        id: string
        party: string
        number: string
        kind: string
        system: string
        office: string
        firmCode: string
        firmCreditCode: string
        firmName: string
        zone?: string
        from: string
        to: string
        isValid: boolean
        lines: number
      }>
      next?: string
    }
  }
  /** A book with its lines, as at an instant */
  'customs.book.read': {
    input: {
      id: string
      asAt?: string
      knownAt?: number
      after?: number
      limit?: number
    }
    answer: {
      id: string
      party: string
      number: string
      kind: string
      system: string
      office: string
      firmCode: string
      firmCreditCode: string
      firmName: string
      zone?: string
      from: string
      to: string
      isValid: boolean
      lines: number
      admitted: Array<string>
      lineList: Array<{
        id: string
        recordNo: number
        article?: string
        hsCode: string
        name: string
        model: string
        unit: string
        unit1: string
        unit2?: string
        origin: string
        most?: string
        standing: string
        held: string
        left: string
        coming: string
      }>
      next?: number
    }
  }
  /** Statement of a line, each movement with its list */
  'customs.book.statement': {
    input: {
      line: string
      from?: string
      asAt?: string
      knownAt?: number
      limit?: number
    }
    answer: {
      id: string
      opening: string
      closing: string
      moves: Array<{
        transfer: string
        at: string
        kind: string
        what: {
          zh: string
          en: string
        }
        change: string
        left: string
        held: string
        declaration?: string
        listNo?: string
        line?: number
      }>
      knownAt: number
      more: boolean
    }
  }
  /** The gateway to the counter */
  'customs.counter.status': {
    input: Record<never, never>
    answer: {
      isOpen: boolean
      reason: string
      unknown: number
      name?: string
      publicKey?: string
    }
  }
  /** Certificates trusted for signatures under receipts */
  'customs.counter.trusts': {
    input: Record<never, never>
    answer: {
      certificates: Array<{
        id: string
        serial: string
        subject: string
        issuer: string
        from: string
        to?: string
        validFrom?: string
        validTo?: string
        note: string
      }>
    }
  }
  /** Deadlines: what is due, what is late, and the rule it rests on */
  'customs.deadline.list': {
    input: {
      what?: string
      state?: 'coming' | 'due' | 'late' | 'lapsed'
      within?: number
      limit?: number
    }
    answer: {
      today: string
      deadlines: Array<{
        what: string
        title: {
          zh: string
          en: string
        }
        kind: string
        opens?: string
        until: string
        isProvisional: boolean
        state: string
        daysLeft: number
        rule: {
          id: string
          from: string
          source: string
          strength: string
          note?: string
        }
        declarations: number
        parties: number
        example: string
        todo: {
          text: {
            zh: string
            en: string
          }
          call?: string
        }
      }>
      isCut: boolean
    }
  }
  /** The declarant’s record */
  'customs.declarant.read': {
    input: {
      party?: string
    }
    answer: {
      profile: {
        dxpId: string
        transmitter: {
          code: string
          name: string
          creditCode?: string
        }
        customsOffice?: string
        agent?: {
          code: string
          name: string
          creditCode?: string
        }
        seller?: {
          code: string
          name: string
          creditCode?: string
        }
        guarantor?: {
          code: string
          name: string
          creditCode?: string
        }
        zone?: {
          code: string
          name: string
          book: string
        }
        payment?: {
          code: string
          name: string
          creditCode?: string
        }
        platforms?: Array<{
          book: string
          code: string
          name: string
          creditCode?: string
        }>
        carriers?: Array<{
          book: string
          code: string
          name: string
          creditCode?: string
        }>
        producers?: Array<{
          book: string
          code: string
          name: string
          creditCode?: string
        }>
        stalls?: Array<{
          book: string
          code: string
          name: string
          creditCode?: string
        }>
        window?: {
          copCode: string
          copName: string
          creditCode?: string
          icCode: string
          operator: string
          declarer: string
          certificate?: string
          ediId: '1' | '3' | '5' | '6'
          entryType: '0' | 'L' | 'W' | 'D' | 'M'
        }
        sends: Array<'CEB303' | 'CEB311' | 'CEB403' | 'CEB411' | 'CEB505' | 'CEB511'>
      } | null
      version: number
      changedAt?: string
      changedBy?: {
        zh: string
        en: string
      }
    }
  }
  /** Fields that can be given or corrected, with what stands there now */
  'customs.declaration.fields': {
    input: {
      id: string
      order?: string
    }
    answer: {
      order: Array<{
        name: string
        title: {
          zh: string
          en: string
        }
        note: {
          zh: string
          en: string
        }
        kind: string
        choices: Array<{
          value: string
          zh: string
          en: string
        }>
        example: string
        value?: string
        isSealed: boolean
        isGiven: boolean
      }>
      lines: Array<{
        line: number
        name: string
        hsCode: string
        qty: string
        unit: string
        fields: Array<{
          name: string
          title: {
            zh: string
            en: string
          }
          note: {
            zh: string
            en: string
          }
          kind: string
          choices: Array<{
            value: string
            zh: string
            en: string
          }>
          example: string
          value?: string
          isSealed: boolean
          isGiven: boolean
        }>
      }>
    }
  }
  /** Declarations: what waits, is late or was refused, and what to do */
  'customs.declaration.list': {
    input: {
      plan?: string
      what?: string
      states?: Array<string>
      mode?: string
      form?: string
      direction?: string
      country?: string
      from?: string
      to?: string
      search?: string
      sort?: 'number' | '-number' | 'state' | '-state' | 'mode' | '-mode' | 'changed' | '-changed' | 'waiting' | '-waiting'
      after?: string
      limit?: number
    }
    answer: {
      declarations: Array<{
        id: string
        number: string
        partyId: string
        party?: {
          zh: string
          en: string
        }
        plan?: string
        planId?: string
        orderNo?: string
        orders: number
        mode: string
        form: string
        direction: string
        country?: string
        value?: string
        taxes?: string
        state: string
        stateAt: string
        createdAt: string
        listNo?: string
        waitingSince?: string
        isLate: boolean
        isContradicted: boolean
        said?: string
        obstacles: number
        todo?: {
          code: string
          text: {
            zh: string
            en: string
          }
        }
      }>
      next?: string
    }
  }
  /** Order, payment, waybill and list beside each other */
  'customs.declaration.match': {
    input: {
      id: string
    }
    answer: {
      messages: Array<{
        kind: string
        title: {
          zh: string
          en: string
        }
      }>
      rows: Array<{
        title: {
          zh: string
          en: string
        }
        line?: number
        cells: Array<{
          message: string
          element: string
          value?: string
          isThere: boolean
        } | null>
        agrees: boolean
        isPersonal: boolean
      }>
    }
  }
  /** Which orders of a plan are declared, and how they stand */
  'customs.declaration.ofOrders': {
    input: {
      plan: string
      orders: Array<string>
    }
    answer: {
      declarations: Array<{
        orderNo: string
        id: string
        number: string
        state: string
      }>
    }
  }
  /** What the declarations of a plan still need */
  'customs.declaration.prepare': {
    input: {
      plan: string
      orders?: Array<string>
      after?: number
      limit?: number
    }
    answer: {
      orders: Array<{
        orderNo: string
        mode?: string
        form?: string
        answer: string
        draft?: string
        messages: Array<string>
        byOthers: Array<string>
        later: Array<string>
        papers: Array<string>
        obstacles: Array<{
          code: string
          message: string
          element: string
          elementTitle?: {
            zh: string
            en: string
          }
          order?: string
          line?: number
          where?: string
          field?: string
          title?: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
        }>
      }>
      next?: number
    }
  }
  /** A declaration with its records and timeline */
  'customs.declaration.read': {
    input: {
      id: string
    }
    answer: {
      id: string
      number: string
      partyId: string
      party?: {
        zh: string
        en: string
      }
      plan?: string
      planId?: string
      orderNo?: string
      orders: number
      mode: string
      form: string
      direction: string
      country?: string
      value?: string
      taxes?: string
      state: string
      stateAt: string
      createdAt: string
      listNo?: string
      waitingSince?: string
      isLate: boolean
      isContradicted: boolean
      said?: string
      obstacles: number
      todo?: {
        code: string
        text: {
          zh: string
          en: string
        }
      }
      orderNos: Array<string>
      obstacleList: Array<{
        code: string
        message: string
        element: string
        elementTitle?: {
          zh: string
          en: string
        }
        order?: string
        line?: number
        where?: string
        field?: string
        title?: {
          zh: string
          en: string
        }
        text: {
          zh: string
          en: string
        }
      }>
      records: Array<{
        id: string
        kind: string
        title: {
          zh: string
          en: string
        }
        role: string
        key: Array<string>
        state: string
        attempt: number
        said?: string
        listNo?: string
        sentAt?: string
        answeredAt?: string
        message?: string
      }>
      timeline: Array<{
        at: string
        what: string
        kind: string
        title: {
          zh: string
          en: string
        }
        status?: string
        text?: {
          zh: string
          en: string
        }
        time?: string
        info?: string
        copies?: number
        isLate?: boolean
        message?: string
        sm3?: string
        signature?: unknown
      }>
      coverage: Array<{
        kind: 'guarantee' | 'book'
        number: string
        state: string
        line?: number
        asked?: string
        held?: string
        posted?: string
        missing?: string
      }>
      deadlines: Array<{
        what: string
        title: {
          zh: string
          en: string
        }
        kind: string
        opens?: string
        until: string
        isProvisional: boolean
        state: string
        daysLeft: number
        rule: {
          id: string
          from: string
          source: string
          strength: string
          note?: string
        }
        source: string
      }>
    }
  }
  /** How declarations stand, by state */
  'customs.declaration.status': {
    input: {
      plan?: string
    }
    answer: {
      states: Array<{
        state: string
        declarations: number
      }>
      waiting: number
      late: number
      contradicted: number
      held: number
      isGatewayOpen: boolean
    }
  }
  /** Papers of a declaration, and which of those needed are there */
  'customs.document.list': {
    input: {
      declaration: string
    }
    answer: {
      documents: Array<{
        id: string
        kind: string
        title: {
          zh: string
          en: string
        }
        number: string
        sm3: string
        bytes: number
        type: string
        name: string
        attachedAt: string
        attachedBy?: string
        withdrawnAt?: string
        withdrawnBy?: string
        withdrawnReason?: string
      }>
      needed: Array<{
        kind: string
        title: {
          zh: string
          en: string
        }
        isAttached: boolean
      }>
    }
  }
  /** Entries into the yard, the newest first */
  'customs.entry.list': {
    input: {
      after?: string
      limit?: number
    }
    answer: {
      entries: Array<{
        id: string
        number: string
        state: string
        at: string
        parcels: number
        entryNo?: string
        said?: string
      }>
      next?: string
    }
  }
  /** Guarantees: what is left, held and called upon */
  'customs.guarantee.list': {
    input: {
      after?: string
      limit?: number
    }
    answer: {
      guarantees: Array<{
        id: string
        party: string
        code: string
        name: string
        office: string
        number: string
        from: string
        to: string
        amount: string
        left: string
        held: string
        due: string
        isValid: boolean
        waiting: number
      }>
      next?: string
    }
  }
  /** A guarantee and who may draw on it */
  'customs.guarantee.read': {
    input: {
      id: string
    }
    answer: {
      id: string
      party: string
      code: string
      name: string
      office: string
      number: string
      from: string
      to: string
      amount: string
      left: string
      held: string
      due: string
      isValid: boolean
      waiting: number
      admitted: Array<string>
    }
  }
  /** Statement of a guarantee, each movement with its list */
  'customs.guarantee.statement': {
    input: {
      id: string
      from?: string
      asAt?: string
      knownAt?: number
      limit?: number
    }
    answer: {
      id: string
      opening: string
      closing: string
      moves: Array<{
        transfer: string
        at: string
        kind: string
        what: {
          zh: string
          en: string
        }
        change: string
        left: string
        held: string
        declaration?: string
        listNo?: string
        line?: number
      }>
      knownAt: number
      more: boolean
    }
  }
  /** An import, and what it would change */
  'customs.import.get': {
    input: {
      id: string
    }
    answer: {
      id: string
      table: string
      takes: 'edition' | 'history' | 'addition'
      name: string
      state: 'waiting' | 'checking' | 'checked' | 'publishing' | 'published' | 'refused' | 'cancelled' | 'failed'
      percent: number
      from?: string
      edition?: string
      createdAt: string
      by?: {
        zh: string
        en: string
      }
      failure?: {
        code: string
        text: {
          zh: string
          en: string
        }
      }
      isAgain: boolean
      preview?: {
        rows: number
        refusedRows: number
        refused: Array<{
          place: string
          code: string
          text: {
            zh: string
            en: string
          }
        }>
        noted: number
        added: number
        changed: number
        ended: number
        unchanged: number
        samples: Array<{
          kind: 'added' | 'changed' | 'ended'
          key: string
          before?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
          after?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
        }>
      }
    }
  }
  /** Imports of tables, the newest first */
  'customs.import.list': {
    input: Record<never, never>
    answer: {
      imports: Array<{
        id: string
        table: string
        takes: 'edition' | 'history' | 'addition'
        name: string
        state: 'waiting' | 'checking' | 'checked' | 'publishing' | 'published' | 'refused' | 'cancelled' | 'failed'
        percent: number
        from?: string
        edition?: string
        createdAt: string
        by?: {
          zh: string
          en: string
        }
        failure?: {
          code: string
          text: {
            zh: string
            en: string
          }
        }
        isAgain: boolean
        preview?: {
          rows: number
          refusedRows: number
          refused: Array<{
            place: string
            code: string
            text: {
              zh: string
              en: string
            }
          }>
          noted: number
          added: number
          changed: number
          ended: number
          unchanged: number
          samples: Array<{
            kind: 'added' | 'changed' | 'ended'
            key: string
            before?: {
              from: string
              to: string | null
              cells: Record<string, string>
              source?: string
            }
            after?: {
              from: string
              to: string | null
              cells: Record<string, string>
              source?: string
            }
          }>
        }
      }>
    }
  }
  /** See a message, its identity numbers hidden */
  'customs.message.read': {
    input: {
      id: string
    }
    answer: {
      id: string
      direction: string
      kind: string
      title: {
        zh: string
        en: string
      }
      name: string
      sm3: string
      bytes: number
      records: number
      state: string
      createdAt: string
      doneAt?: string
      tries: number
      failure?: {
        zh: string
        en: string
      }
      envelope?: {
        sender: string
        receivers: Array<string>
        created: string
      }
      signature?: {
        algorithm: string
        digest: string
        serial?: string
        isValid?: boolean
        fault?: {
          zh: string
          en: string
        }
      }
      xml: string
      isMasked: boolean
      isCut: boolean
    }
  }
  /** Papers that can be printed, and those that were */
  'customs.paper.list': {
    input: {
      declaration?: string
      plan?: string
      orderNo?: string
    }
    answer: {
      offered: Array<{
        kind: string
        title: {
          zh: string
          en: string
        }
        isPersonal: boolean
      }>
      papers: Array<{
        code: string
        title: {
          zh: string
          en: string
        }
        number: string
        day: string
        issuer: {
          zh: string
          en: string
        }
        issuedAt: string
        sm3: string
        sha256: string
        bytes: number
        pages: number
        standing: 'current' | 'superseded' | 'cancelled' | 'withdrawn'
        endedAt?: string
        reason?: string
        id: string
        kind: string
        language: string
        isFull: boolean
        name: string
        address: string
        missing: Array<{
          zh: string
          en: string
        }>
      }>
    }
  }
  /** A refused order with the cells of its rows */
  'customs.plan.faulty': {
    input: {
      id: string
      position: number
    }
    answer: {
      orderNo: string
      fields: Array<{
        name: string
        label: {
          zh: string
          en: string
        }
        note: {
          zh: string
          en: string
        }
        level: 'order' | 'line'
        kind: string
        needed: boolean
        example: string
        choices: Array<{
          value: string
          zh: string
          en: string
        }>
      }>
      order: Record<string, string>
      lines: Array<{
        line: number
        place: {
          zh: string
          en: string
        }
        cells: Record<string, string>
      }>
      faults: Array<{
        line?: number
        column?: string
        code: string
        text: {
          zh: string
          en: string
        }
      }>
    }
  }
  /** A plan: totals, containers, warnings */
  'customs.plan.get': {
    input: {
      id: string
    }
    answer: {
      id: string
      number: string
      name: string
      file: string
      state: 'waiting' | 'reading' | 'done' | 'failed' | 'cancelled'
      read: number
      percent: number
      createdAt: string
      createdBy: {
        zh: string
        en: string
      }
      party: {
        zh: string
        en: string
      }
      date: string
      orders: number
      planned: number
      refused: number
      taxes: string
      refund: string
      netCost: string
      failure?: {
        code: string
        text: {
          zh: string
          en: string
        }
        place?: string
      }
      ruleset: {
        id: string
        asAt: string
        digest: string
      }
      fx: Record<string, string>
      chosen: Array<{
        mode: string
        orders: number
        netCost: string
      }>
      shipments: Array<{
        shipment: string
        mode: string | null
        declarations: Array<{
          orders: Array<string>
          lines: number
          declaredLines?: number
          usd?: string
        }>
        leave: Array<{
          orderNo: string
          line: number
          code: string
          text: string
        }>
      }>
      warnings: Array<{
        code: string
        text: {
          zh: string
          en: string
        }
        place?: string
      }>
    }
  }
  /** Plans, the newest first */
  'customs.plan.list': {
    input: {
      after?: string
      limit?: number
      sort?: 'created' | '-created' | 'name' | '-name' | 'orders' | '-orders' | 'taxes' | '-taxes' | 'netCost' | '-netCost'
      search?: string
      from?: string
      to?: string
      mode?: string
    }
    answer: {
      plans: Array<{
        id: string
        number: string
        name: string
        file: string
        state: 'waiting' | 'reading' | 'done' | 'failed' | 'cancelled'
        read: number
        percent: number
        createdAt: string
        createdBy: {
          zh: string
          en: string
        }
        party: {
          zh: string
          en: string
        }
        date: string
        orders: number
        planned: number
        refused: number
        taxes: string
        refund: string
        netCost: string
        failure?: {
          code: string
          text: {
            zh: string
            en: string
          }
          place?: string
        }
      }>
      next?: string
    }
  }
  /** An order with its whole reasoning */
  'customs.plan.order': {
    input: {
      id: string
      orderNo: string
    }
    answer: {
      head: {
        orderNo: string
        shipment?: string
        direction: string
        channel: string
        country: string
        lines: number
        cny: string
        usd: string
        chosen?: string
        overridden: boolean
        taxes: string
        refund: string
        netCost: string
      }
      input: unknown
      plan: unknown
      rules: Array<{
        id: string
        title?: {
          zh: string
          en: string
        }
        value: unknown
        from: string
        to?: string
        source: string
        strength: string
      }>
      override?: {
        mode: string
        reason: string
        by: {
          zh: string
          en: string
        }
        at: string
      }
      fix?: {
        orderNo: string
        by: {
          zh: string
          en: string
        }
        at: string
        changes: Array<{
          place: {
            zh: string
            en: string
          }
          column: string
          before: string
          after: string
        }>
      }
    }
  }
  /** The orders of a plan */
  'customs.plan.orders': {
    input: {
      id: string
      after?: string
      limit?: number
      sort?: 'position' | '-position' | 'orderNo' | '-orderNo' | 'value' | '-value' | 'taxes' | '-taxes' | 'refund' | '-refund' | 'netCost' | '-netCost'
      search?: string
      mode?: string
      shipment?: string
    }
    answer: {
      orders: Array<{
        orderNo: string
        shipment?: string
        direction: string
        channel: string
        country: string
        lines: number
        cny: string
        usd: string
        chosen?: string
        overridden: boolean
        taxes: string
        refund: string
        netCost: string
      }>
      total: number
      next?: string
    }
  }
  /** What a plan refused, with its place */
  'customs.plan.refused': {
    input: {
      id: string
      after?: string
      limit?: number
    }
    answer: {
      refused: Array<{
        position: number
        isFixable: boolean
        orderNo?: string
        sheet?: string
        row?: number
        column?: string
        code: string
        text: {
          zh: string
          en: string
        }
      }>
      total: number
      next?: string
    }
  }
  /** Plan an order again with another date, rate or invoice */
  'customs.plan.whatIf': {
    input: {
      id: string
      orderNo: string
      date?: string
      fx?: Record<string, string>
      lines?: Array<{
        line: number
        invoiceAmount?: string | null
        invoiceRate?: string | null
        hsCode?: string
      }>
    }
    answer: {
      before: unknown
      after: unknown
      differences: Array<{
        kind: 'parameter' | 'tables' | 'fx'
        id: string
        decisive: boolean
        before?: {
          from: string
          to?: string
          source: string
        }
        after?: {
          from: string
          to?: string
          source: string
        }
      }>
    }
  }
  /** Receipts that could not be applied, each with its reason */
  'customs.receipt.held': {
    input: {
      after?: string
      limit?: number
    }
    answer: {
      receipts: Array<{
        id: string
        kind: string
        key: Array<string>
        status: string
        time: string
        info?: string
        reason: string
        text: {
          zh: string
          en: string
        }
        at: string
      }>
    }
  }
  /** What changes in the rules between two days */
  'customs.rule.compare': {
    input: {
      date: string
      toDate: string
    }
    answer: {
      changes: Array<{
        id: string
        before?: {
          id: string
          title?: {
            zh: string
            en: string
          }
          value: unknown
          unit?: string
          from: string
          to?: string
          source: string
          strength: string
          note?: string
        }
        after?: {
          id: string
          title?: {
            zh: string
            en: string
          }
          value: unknown
          unit?: string
          from: string
          to?: string
          source: string
          strength: string
          note?: string
        }
      }>
    }
  }
  /** A rule with all its versions */
  'customs.rule.get': {
    input: {
      id: string
    }
    answer: {
      id: string
      title?: {
        zh: string
        en: string
      }
      unit?: string
      versions: Array<{
        from: string
        to?: string
        value: unknown
        source: string
        strength: string
        note?: string
      }>
    }
  }
  /** Rules in force on a day, with their sources */
  'customs.rule.list': {
    input: {
      date?: string
      search?: string
    }
    answer: {
      date: string
      digest: string
      rules: Array<{
        id: string
        title?: {
          zh: string
          en: string
        }
        value: unknown
        unit?: string
        from: string
        to?: string
        source: string
        strength: string
        note?: string
      }>
    }
  }
  /** Which of the latest plans rest on a rule */
  'customs.rule.uses': {
    input: {
      id: string
    }
    answer: {
      looked: number
      plans: Array<{
        id: string
        number: string
        name: string
        date: string
        orders: number
        orderNo: string
      }>
    }
  }
  /** Summaries, the newest first */
  'customs.summary.list': {
    input: {
      month?: string
      after?: string
      limit?: number
    }
    answer: {
      summaries: Array<{
        id: string
        number: string
        month: string
        state: string
        stateAt: string
        madeAt: string
        office: string
        consignor: {
          code: string
          name: string
        }
        agent: string
        lists: number
        givenBack: number
        lines: number
        declarations: number
        sumNo?: string
        made: number
        listsDeclared: number
      }>
      next?: string
    }
  }
  /** The lists of a summary, with their declarations */
  'customs.summary.lists': {
    input: {
      id: string
      after?: string
      limit?: number
    }
    answer: {
      lists: Array<{
        id: string
        number: string
        listNo: string
        releasedOn: string
        isLate: boolean
        isGivenBack: boolean
        hasRefund: boolean
        entries: Array<string>
      }>
      next?: string
    }
  }
  /** Where a list was summed up, and what it means for its refund */
  'customs.summary.of': {
    input: {
      list: string
    }
    answer: {
      summary?: {
        id: string
        number: string
        month: string
        state: string
        isLate: boolean
      }
      lines: Array<{
        line: number
        merged?: number
        entryId?: string
        seqNo?: string
      }>
      refund?: {
        zh: string
        en: string
      }
    }
  }
  /** What a monthly summary would be: merged lines, lists that come late or cannot go */
  'customs.summary.prepare': {
    input: {
      month?: string
      party?: string
      lines?: number
    }
    answer: {
      month: string
      isOver: boolean
      deadline?: {
        what: string
        title: {
          zh: string
          en: string
        }
        kind: string
        opens?: string
        until: string
        isProvisional: boolean
        state: string
        daysLeft: number
        rule: {
          id: string
          from: string
          source: string
          strength: string
          note?: string
        }
      }
      groups: Array<{
        office: string
        consignor: {
          code: string
          name: string
        }
        agent: {
          code: string
          name: string
        }
        lists: number
        lines: number
        declarations: number
        late: number
        merged: Array<{
          head: {
            consignor: string
            transportMode: string
            producer: string
            arrivalCountry: string
            exitCustoms: string
          }
          lines: Array<{
            no: number
            keys: {
              finalCountry: string
              hsCode: string
              currency: string
            }
            name: string
            declared: Array<{
              unit: string
              quantity: string
            }>
            legal: Array<{
              unit: string
              quantity: string
            }>
            second: Array<{
              unit: string
              quantity: string
            }>
            total: string
            from: Array<{
              list: string
              line: number
            }>
            sources: number
          }>
        }>
        lateLists: Array<{
          number: string
          listNo: string
          releasedOn: string
        }>
      }>
      blocked: number
      blockedLists: Array<{
        number: string
        listNo?: string
        releasedOn: string
        reason: string
        text: {
          zh: string
          en: string
        }
      }>
    }
  }
  /** A summary: its parts, merged lines and the declarations that the customs made */
  'customs.summary.read': {
    input: {
      id: string
      after?: number
      limit?: number
    }
    answer: {
      id: string
      number: string
      month: string
      state: string
      stateAt: string
      madeAt: string
      office: string
      consignor: {
        code: string
        name: string
      }
      agent: string
      lists: number
      givenBack: number
      lines: number
      declarations: number
      sumNo?: string
      made: number
      listsDeclared: number
      rule: {
        id: string
        from: string
        source: string
      }
      parts: Array<{
        state: string
        parts: number
        said?: string
      }>
      isOtherwise: boolean
      results: Array<{
        seqNo: string
        entryId?: string
        state: string
        at: string
        grossWeight: string
        netWeight: string
        lists: number
        refundLists: number
      }>
      merged: Array<{
        line: number
        declaration: number
        head: {
          consignor: string
          transportMode: string
          producer: string
          arrivalCountry: string
          exitCustoms: string
        }
        keys: {
          finalCountry: string
          hsCode: string
          currency: string
        }
        name: string
        declared: Array<{
          unit: string
          quantity: string
        }>
        legal: Array<{
          unit: string
          quantity: string
        }>
        second: Array<{
          unit: string
          quantity: string
        }>
        total: string
        lists: number
      }>
      next?: number
    }
  }
  /** What differs in a table between two days or two editions */
  'customs.table.compare': {
    input: {
      table: string
      date: string
      known?: string
      toDate: string
      toKnown?: string
      kind?: 'added' | 'changed' | 'ended'
      after?: string
      limit?: number
    }
    answer: {
      counts: {
        added: number
        changed: number
        ended: number
      }
      changes: Array<{
        kind: 'added' | 'changed' | 'ended'
        key: string
        before?: {
          from: string
          to: string | null
          cells: Record<string, string>
          source?: string
        }
        after?: {
          from: string
          to: string | null
          cells: Record<string, string>
          source?: string
        }
      }>
      next?: string
    }
  }
  /** A table: its columns, its editions and corrections */
  'customs.table.get': {
    input: {
      table: string
    }
    answer: {
      table: string
      takes: 'edition' | 'history' | 'addition'
      columns: Array<{
        name: string
        label: {
          zh: string
          en: string
        }
        kind: string
        needed: boolean
        isKey: boolean
        isRare: boolean
        choices?: Array<{
          value: string
          zh: string
          en: string
        }>
      }>
      batches: Array<{
        batch: string
        edition: string
        year: number | null
        source: string
        from: string
        importedAt: string
        by?: {
          zh: string
          en: string
        }
        rows: number
        added: number
        ended: number
        rejected: number
        entry?: string
        reason?: string
      }>
    }
  }
  /** Tables that are loaded, with their editions */
  'customs.table.list': {
    input: Record<never, never>
    answer: {
      tables: Array<{
        table: string
        edition: string
        year: number | null
        source: string
        from: string
        importedAt: string
        knownSince: number | null
        rows: number
        rejected: number
        by?: {
          zh: string
          en: string
        }
      }>
      known: Array<{
        table: string
        takes: 'edition' | 'history' | 'addition'
      }>
    }
  }
  /** An entry of a table with all its versions */
  'customs.table.row': {
    input: {
      table: string
      key: string
    }
    answer: {
      key: string
      version: string
      versions: Array<{
        from: string
        to: string | null
        cells: Record<string, string>
        source?: string
        since: {
          edition: string
          source: string
          importedAt: string
          by?: {
            zh: string
            en: string
          }
          reason?: string
        }
        until?: {
          edition: string
          source: string
          importedAt: string
          by?: {
            zh: string
            en: string
          }
          reason?: string
        }
      }>
    }
  }
  /** The rows of a table on a day, as believed now or after a batch */
  'customs.table.rows': {
    input: {
      table: string
      date?: string
      known?: string
      search?: string
      order?: 'key' | 'name'
      after?: string
      limit?: number
    }
    answer: {
      date: string
      rows: Array<{
        key: string
        from: string
        to: string | null
        cells: Record<string, string>
      }>
      total?: number
      next?: string
    }
  }
  /** Tax bills: what is levied, against the plan, and when it is due */
  'customs.tax.list': {
    input: {
      state?: string
      differing?: boolean
      search?: string
      after?: string
      limit?: number
    }
    answer: {
      bills: Array<{
        id: string
        listNo: string
        taxNo: string
        state: string
        orderNo?: string
        guarantor?: string
        levied?: {
          duty: string
          vat: string
          consumption: string
          total: string
        }
        planned?: {
          duty: string
          vat: string
          consumption: string
          total: string
        }
        difference?: string
        declaration?: string
        payFrom?: string
        payUntil?: string
        paidAt?: string
      }>
      next?: string
    }
  }
  /** A tax bill, line by line beside the plan */
  'customs.tax.read': {
    input: {
      id: string
    }
    answer: {
      id: string
      listNo: string
      taxNo: string
      state: string
      orderNo?: string
      guarantor?: string
      levied?: {
        duty: string
        vat: string
        consumption: string
        total: string
      }
      planned?: {
        duty: string
        vat: string
        consumption: string
        total: string
      }
      difference?: string
      declaration?: string
      payFrom?: string
      payUntil?: string
      paidAt?: string
      lines: Array<{
        line: number
        hsCode: string
        levied: {
          duty: string
          vat: string
          consumption: string
          total: string
          value: string
        }
        planned?: {
          duty: string
          vat: string
          consumption: string
          total: string
          value: string
        }
        difference?: string
      }>
      source?: string
    }
  }
}

export interface Commands {
  /** Correct a bonded list and declare it again */
  'customs.bonded.correct': {
    input: {
      id: string
      book: string
      direction: 'in' | 'out'
      kind?: string
      material: 'I' | 'E'
      mode: string
      transport: string
      port: string
      country: string
      declaredAs?: '1' | '2'
      declarer?: {
        code: string
        creditCode: string
        name: string
      }
      note?: string
      lines: Array<{
        recordNo: number
        qty: string
        legalQty: string
        secondQty?: string
        unitPrice: string
        total: string
        currency: string
        destination: string
        levy: string
        grossWeight?: string
        netWeight?: string
        note?: string
      }>
    }
    answer: {
      id: string
      number: string
      isDraft: boolean
    }
  }
  /** Declare goods into a bonded book or out of it */
  'customs.bonded.declare': {
    input: {
      book: string
      direction: 'in' | 'out'
      kind?: string
      material: 'I' | 'E'
      mode: string
      transport: string
      port: string
      country: string
      declaredAs?: '1' | '2'
      declarer?: {
        code: string
        creditCode: string
        name: string
      }
      note?: string
      lines: Array<{
        recordNo: number
        qty: string
        legalQty: string
        secondQty?: string
        unitPrice: string
        total: string
        currency: string
        destination: string
        levy: string
        grossWeight?: string
        netWeight?: string
        note?: string
      }>
      party?: string
    }
    answer: {
      id: string
      number: string
      isDraft: boolean
    }
  }
  /** Enter lines into a book */
  'customs.book.addLines': {
    input: {
      book: string
      lines: Array<{
        recordNo: number
        article?: string
        hsCode: string
        name: string
        model: string
        unit: string
        unit1: string
        unit2?: string
        origin: string
        most?: string
        opening?: string
      }>
    }
    answer: {
      book: string
      lines: Array<{
        id: string
        recordNo: number
      }>
    }
  }
  /** Admit a party to one’s book */
  'customs.book.admit': {
    input: {
      id: string
      party: string
    }
    answer: {
      id: string
      party: string
    }
  }
  /** Agree to a count: its differences are entered */
  'customs.book.approveCount': {
    input: {
      id: string
      reason?: string
    }
    answer: {
      id: string
      book: string
      state: string
      reason: string
      paper: string
      at: string
      endedAt?: string
      endedReason?: string
      lines: Array<{
        recordNo: number
        expected: string
        counted: string
        difference: string
      }>
    }
  }
  /** Enter a count of a book */
  'customs.book.count': {
    input: {
      book: string
      reason: string
      paper: string
      lines: Array<{
        recordNo: number
        counted: string
      }>
    }
    answer: {
      id: string
      book: string
      state: string
      reason: string
      paper: string
      at: string
      endedAt?: string
      endedReason?: string
      lines: Array<{
        recordNo: number
        expected: string
        counted: string
        difference: string
      }>
    }
  }
  /** Admit a party to one’s book no longer */
  'customs.book.dismiss': {
    input: {
      id: string
      party: string
    }
    answer: {
      id: string
      party: string
    }
  }
  /** Register a bonded book */
  'customs.book.register': {
    input: {
      party?: string
      number: string
      kind: string
      system: string
      office: string
      firmCode: string
      firmCreditCode: string
      firmName: string
      zone?: string
      from: string
      to: string
    }
    answer: {
      id: string
      party: string
      number: string
      kind: string
      system: string
      office: string
      firmCode: string
      firmCreditCode: string
      firmName: string
      zone?: string
      from: string
      to: string
      isValid: boolean
      lines: number
    }
  }
  /** Reject a count */
  'customs.book.rejectCount': {
    input: {
      id: string
      reason?: string
    }
    answer: {
      id: string
      book: string
      state: string
      reason: string
      paper: string
      at: string
      endedAt?: string
      endedReason?: string
      lines: Array<{
        recordNo: number
        expected: string
        counted: string
        difference: string
      }>
    }
  }
  /** Trust a certificate no longer, from now on */
  'customs.counter.distrust': {
    input: {
      id: string
      reason: string
    }
    answer: {
      id: string
    }
  }
  /** Open the gateway, after reconciling what a backup could not know */
  'customs.counter.open': {
    input: {
      reason: string
    }
    answer: {
      isOpen: boolean
      reason: string
      unknown: number
      name?: string
      publicKey?: string
    }
  }
  /** Shut the gateway: nothing goes out or is read */
  'customs.counter.shut': {
    input: {
      reason: string
    }
    answer: {
      isOpen: boolean
      reason: string
      unknown: number
      name?: string
      publicKey?: string
    }
  }
  /** Name the accounts of guarantees and books */
  'customs.cover.install': {
    input: Record<never, never>
    answer: Record<never, never>
  }
  /** State what was done outside: a tax paid, a refund declared or settled */
  'customs.deadline.state': {
    input: {
      declarations: Array<string>
      what: string
      day: string
      note?: string
    }
    answer: {
      declarations: number
    }
  }
  /** Give the parties of a demonstration their declarants’ records */
  'customs.declarant.demonstrate': {
    input: {
      declarants: Array<{
        party: string
        profile: {
          dxpId: string
          transmitter: {
            code: string
            name: string
            creditCode?: string
          }
          customsOffice?: string
          agent?: {
            code: string
            name: string
            creditCode?: string
          }
          seller?: {
            code: string
            name: string
            creditCode?: string
          }
          guarantor?: {
            code: string
            name: string
            creditCode?: string
          }
          zone?: {
            code: string
            name: string
            book: string
          }
          payment?: {
            code: string
            name: string
            creditCode?: string
          }
          platforms?: Array<{
            book: string
            code: string
            name: string
            creditCode?: string
          }>
          carriers?: Array<{
            book: string
            code: string
            name: string
            creditCode?: string
          }>
          producers?: Array<{
            book: string
            code: string
            name: string
            creditCode?: string
          }>
          stalls?: Array<{
            book: string
            code: string
            name: string
            creditCode?: string
          }>
          window?: {
            copCode: string
            copName: string
            creditCode?: string
            icCode: string
            operator: string
            declarer: string
            certificate?: string
            ediId: '1' | '3' | '5' | '6'
            entryType: '0' | 'L' | 'W' | 'D' | 'M'
          }
          sends: Array<'CEB303' | 'CEB311' | 'CEB403' | 'CEB411' | 'CEB505' | 'CEB511'>
        }
      }>
    }
    answer: {
      given: number
    }
  }
  /** Give the declarant’s registration numbers and partners */
  'customs.declarant.set': {
    input: {
      dxpId: string
      transmitter: {
        code: string
        name: string
        creditCode?: string
      }
      customsOffice?: string
      agent?: {
        code: string
        name: string
        creditCode?: string
      }
      seller?: {
        code: string
        name: string
        creditCode?: string
      }
      guarantor?: {
        code: string
        name: string
        creditCode?: string
      }
      zone?: {
        code: string
        name: string
        book: string
      }
      payment?: {
        code: string
        name: string
        creditCode?: string
      }
      platforms?: Array<{
        book: string
        code: string
        name: string
        creditCode?: string
      }>
      carriers?: Array<{
        book: string
        code: string
        name: string
        creditCode?: string
      }>
      producers?: Array<{
        book: string
        code: string
        name: string
        creditCode?: string
      }>
      stalls?: Array<{
        book: string
        code: string
        name: string
        creditCode?: string
      }>
      window?: {
        copCode: string
        copName: string
        creditCode?: string
        icCode: string
        operator: string
        declarer: string
        certificate?: string
        ediId: '1' | '3' | '5' | '6'
        entryType: '0' | 'L' | 'W' | 'D' | 'M'
      }
      sends: Array<'CEB303' | 'CEB311' | 'CEB403' | 'CEB411' | 'CEB505' | 'CEB511'>
      party?: string
      version?: number
    }
    answer: {
      dxpId: string
      version: number
    }
  }
  /** Give what is missing or correct what was refused, and declare again */
  'customs.declaration.amend': {
    input: {
      id: string
      order?: string
      fields?: Record<string, string>
      lines?: Record<string, Record<string, string>>
    }
    answer: {
      id: string
    }
  }
  /** Say that it has arrived: its answer is waited for */
  'customs.declaration.arrived': {
    input: {
      id: string
      reason: string
    }
    answer: {
      id: string
      records: number
    }
  }
  /** Withdraw, or apply for cancelling */
  'customs.declaration.cancel': {
    input: {
      id: string
      reason: string
    }
    answer: {
      id: string
    }
  }
  /** Send again what the counter may not have */
  'customs.declaration.resend': {
    input: {
      id: string
    }
    answer: {
      id: string
      records: number
    }
  }
  /** Apply for sending goods back */
  'customs.declaration.return': {
    input: {
      id: string
      reason: string
      lines?: Array<{
        line: number
        qty: string
      }>
    }
    answer: {
      id: string
    }
  }
  /** Declare the orders of a plan */
  'customs.declaration.submit': {
    input: {
      plan: string
      orders?: Array<string>
    }
    answer: {
      plan: string
      orders: number
    }
  }
  /** Withdraw a paper, with the reason; it stays in the record */
  'customs.document.withdraw': {
    input: {
      id: string
      reason: string
    }
    answer: {
      id: string
    }
  }
  /** Tell the customs that parcels entered the yard */
  'customs.entry.make': {
    input: {
      plan?: string
      lists?: Array<string>
      operatorCode: string
      operatorName: string
      unloadLocation?: string
    }
    answer: {
      entries: Array<{
        id: string
        number: string
        billNo: string
        carrier: string
        parcels: number
      }>
      skipped: number
    }
  }
  /** Admit a party to one’s guarantee */
  'customs.guarantee.admit': {
    input: {
      id: string
      party: string
    }
    answer: {
      id: string
      party: string
    }
  }
  /** Raise, lower or extend a guarantee */
  'customs.guarantee.change': {
    input: {
      id: string
      amount?: string
      to?: string
      reason: string
    }
    answer: {
      id: string
      party: string
      code: string
      name: string
      office: string
      number: string
      from: string
      to: string
      amount: string
      left: string
      held: string
      due: string
      isValid: boolean
      waiting: number
    }
  }
  /** Admit a party to one’s guarantee no longer */
  'customs.guarantee.dismiss': {
    input: {
      id: string
      party: string
    }
    answer: {
      id: string
      party: string
    }
  }
  /** Register a guarantee of taxes that the customs have accepted */
  'customs.guarantee.register': {
    input: {
      party?: string
      code: string
      name: string
      office: string
      number: string
      amount: string
      from: string
      to: string
    }
    answer: {
      id: string
      party: string
      code: string
      name: string
      office: string
      number: string
      from: string
      to: string
      amount: string
      left: string
      held: string
      due: string
      isValid: boolean
      waiting: number
    }
  }
  /** Check a table's file before it is published */
  'customs.import.begin': {
    input: {
      file: string
      table: string
      from?: string
    }
    answer: {
      id: string
      table: string
      takes: 'edition' | 'history' | 'addition'
      name: string
      state: 'waiting' | 'checking' | 'checked' | 'publishing' | 'published' | 'refused' | 'cancelled' | 'failed'
      percent: number
      from?: string
      edition?: string
      createdAt: string
      by?: {
        zh: string
        en: string
      }
      failure?: {
        code: string
        text: {
          zh: string
          en: string
        }
      }
      isAgain: boolean
      preview?: {
        rows: number
        refusedRows: number
        refused: Array<{
          place: string
          code: string
          text: {
            zh: string
            en: string
          }
        }>
        noted: number
        added: number
        changed: number
        ended: number
        unchanged: number
        samples: Array<{
          kind: 'added' | 'changed' | 'ended'
          key: string
          before?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
          after?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
        }>
      }
    }
  }
  /** Stop an import */
  'customs.import.cancel': {
    input: {
      id: string
    }
    answer: {
      id: string
      table: string
      takes: 'edition' | 'history' | 'addition'
      name: string
      state: 'waiting' | 'checking' | 'checked' | 'publishing' | 'published' | 'refused' | 'cancelled' | 'failed'
      percent: number
      from?: string
      edition?: string
      createdAt: string
      by?: {
        zh: string
        en: string
      }
      failure?: {
        code: string
        text: {
          zh: string
          en: string
        }
      }
      isAgain: boolean
      preview?: {
        rows: number
        refusedRows: number
        refused: Array<{
          place: string
          code: string
          text: {
            zh: string
            en: string
          }
        }>
        noted: number
        added: number
        changed: number
        ended: number
        unchanged: number
        samples: Array<{
          kind: 'added' | 'changed' | 'ended'
          key: string
          before?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
          after?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
        }>
      }
    }
  }
  /** Publish a table that was checked */
  'customs.import.publish': {
    input: {
      id: string
      edition: string
      year?: number
      source: string
    }
    answer: {
      id: string
      table: string
      takes: 'edition' | 'history' | 'addition'
      name: string
      state: 'waiting' | 'checking' | 'checked' | 'publishing' | 'published' | 'refused' | 'cancelled' | 'failed'
      percent: number
      from?: string
      edition?: string
      createdAt: string
      by?: {
        zh: string
        en: string
      }
      failure?: {
        code: string
        text: {
          zh: string
          en: string
        }
      }
      isAgain: boolean
      preview?: {
        rows: number
        refusedRows: number
        refused: Array<{
          place: string
          code: string
          text: {
            zh: string
            en: string
          }
        }>
        noted: number
        added: number
        changed: number
        ended: number
        unchanged: number
        samples: Array<{
          kind: 'added' | 'changed' | 'ended'
          key: string
          before?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
          after?: {
            from: string
            to: string | null
            cells: Record<string, string>
            source?: string
          }
        }>
      }
    }
  }
  /** See a message with its identity numbers; the audit says who did */
  'customs.message.open': {
    input: {
      id: string
    }
    answer: {
      id: string
      direction: string
      kind: string
      title: {
        zh: string
        en: string
      }
      name: string
      sm3: string
      bytes: number
      records: number
      state: string
      createdAt: string
      doneAt?: string
      tries: number
      failure?: {
        zh: string
        en: string
      }
      envelope?: {
        sender: string
        receivers: Array<string>
        created: string
      }
      signature?: {
        algorithm: string
        digest: string
        serial?: string
        isValid?: boolean
        fault?: {
          zh: string
          en: string
        }
      }
      xml: string
      isMasked: boolean
      isCut: boolean
    }
  }
  /** Print a paper with identity numbers; the audit says who did */
  'customs.paper.full': {
    input: {
      declaration: string
      kind: 'declaration' | 'list'
      language?: 'zh' | 'en' | 'both'
    }
    answer: {
      code: string
      title: {
        zh: string
        en: string
      }
      number: string
      day: string
      issuer: {
        zh: string
        en: string
      }
      issuedAt: string
      sm3: string
      sha256: string
      bytes: number
      pages: number
      standing: 'current' | 'superseded' | 'cancelled' | 'withdrawn'
      endedAt?: string
      reason?: string
      id: string
      kind: string
      language: string
      isFull: boolean
      name: string
      address: string
      missing: Array<{
        zh: string
        en: string
      }>
    }
  }
  /** Print a contract, invoice, packing list, declaration or retail list; identity numbers withheld */
  'customs.paper.print': {
    input: {
      declaration?: string
      plan?: string
      orderNo?: string
      kind: 'contract' | 'invoice' | 'packing_list' | 'declaration' | 'list'
      language?: 'zh' | 'en' | 'both'
    }
    answer: {
      code: string
      title: {
        zh: string
        en: string
      }
      number: string
      day: string
      issuer: {
        zh: string
        en: string
      }
      issuedAt: string
      sm3: string
      sha256: string
      bytes: number
      pages: number
      standing: 'current' | 'superseded' | 'cancelled' | 'withdrawn'
      endedAt?: string
      reason?: string
      id: string
      kind: string
      language: string
      isFull: boolean
      name: string
      address: string
      missing: Array<{
        zh: string
        en: string
      }>
    }
  }
  /** Keep in the audit who had a paper with identity numbers */
  'customs.paper.told': {
    input: {
      id: string
    }
    answer: {
      id: string
    }
  }
  /** Withdraw a printed paper, with the reason that its checkers read */
  'customs.paper.withdraw': {
    input: {
      id: string
      reason: string
    }
    answer: {
      id: string
    }
  }
  /** Stop a plan that is being made */
  'customs.plan.cancel': {
    input: {
      id: string
    }
    answer: {
      id: string
      number: string
      name: string
      file: string
      state: 'waiting' | 'reading' | 'done' | 'failed' | 'cancelled'
      read: number
      percent: number
      createdAt: string
      createdBy: {
        zh: string
        en: string
      }
      party: {
        zh: string
        en: string
      }
      date: string
      orders: number
      planned: number
      refused: number
      taxes: string
      refund: string
      netCost: string
      failure?: {
        code: string
        text: {
          zh: string
          en: string
        }
        place?: string
      }
    }
  }
  /** Plan an order book */
  'customs.plan.create': {
    input: {
      file: string
      name?: string
      date?: string
      fx?: Record<string, string>
    }
    answer: {
      id: string
      number: string
      name: string
      file: string
      state: 'waiting' | 'reading' | 'done' | 'failed' | 'cancelled'
      read: number
      percent: number
      createdAt: string
      createdBy: {
        zh: string
        en: string
      }
      party: {
        zh: string
        en: string
      }
      date: string
      orders: number
      planned: number
      refused: number
      taxes: string
      refund: string
      netCost: string
      failure?: {
        code: string
        text: {
          zh: string
          en: string
        }
        place?: string
      }
    }
  }
  /** Put a refused order right in place and plan it */
  'customs.plan.fix': {
    input: {
      id: string
      position: number
      cells: Array<{
        line?: number
        column: string
        value: string
      }>
    }
    answer: {
      planned?: {
        orderNo: string
        shipment?: string
        direction: string
        channel: string
        country: string
        lines: number
        cny: string
        usd: string
        chosen?: string
        overridden: boolean
        taxes: string
        refund: string
        netCost: string
      }
      faults: Array<{
        line?: number
        column?: string
        code: string
        text: {
          zh: string
          en: string
        }
      }>
    }
  }
  /** Choose another allowed mode, with a reason */
  'customs.plan.override': {
    input: {
      id: string
      orderNo: string
      mode: string
      reason: string
    }
    answer: {
      orderNo: string
      shipment?: string
      direction: string
      channel: string
      country: string
      lines: number
      cny: string
      usd: string
      chosen?: string
      overridden: boolean
      taxes: string
      refund: string
      netCost: string
    }
  }
  /** Keep in the audit who had the full proof of a declaration */
  'customs.proof.told': {
    input: {
      declaration: string
    }
    answer: {
      declaration: string
    }
  }
  /** Say that a held receipt was dealt with, and how */
  'customs.receipt.settle': {
    input: {
      id: string
      reason: string
    }
    answer: {
      id: string
    }
  }
  /** Take receipts of the customs */
  'customs.receipt.take': {
    input: {
      message: string
      kind: string
      name: string
      addressees: Array<string>
      receipts: Array<{
        kind: string
        key: string
        by?: 'windowNo'
        status: string
        time: string
        info?: string
        preNo?: string
        listNo?: string
        windowNo?: string
      }>
      verification?: {
        state: string
        profile?: string
        serial?: string
        subject?: string
        code?: string
      }
      holds?: string
      settles?: Array<string>
    }
    answer: {
      applied: number
      late: number
      held: number
    }
  }
  /** Apply for the summary of a month */
  'customs.summary.make': {
    input: {
      month?: string
      party?: string
    }
    answer: {
      month: string
      summaries: Array<{
        id: string
        number: string
        office: string
        consignor: {
          code: string
          name: string
        }
        agent: {
          code: string
          name: string
        }
        lists: number
        lines: number
        declarations: number
        late: number
        parts: number
      }>
      blocked: number
    }
  }
  /** Correct, add or end one entry of a table */
  'customs.table.edit': {
    input: {
      table: string
      key?: string
      version?: string
      cells?: Record<string, string>
      from: string
      to?: string
      source: string
      reason: string
    }
    answer: {
      key: string
      version: string
    }
  }
  /** Load the packs' own tables */
  'customs.table.install': {
    input: Record<never, never>
    answer: {
      loaded: Array<string>
    }
  }
  /** Enter that a payment order was paid */
  'customs.tax.pay': {
    input: {
      order: string
      reference: string
    }
    answer: {
      order: string
      bills: number
      total: string
    }
  }
  /** Track a consignment through the customs by its number */
  'customs.track.find': {
    input: {
      number: string
      proof: string
    }
    answer: {
      answer: 'found' | 'none' | 'wait'
      wait?: number
      consignments?: Array<{
        direction: string
        mode: string
        state: string
        stateAt: string
        listNo?: string
        steps: Array<{
          at: string
          title: {
            zh: string
            en: string
          }
          text?: {
            zh: string
            en: string
          }
        }>
      }>
    }
  }
}

export interface Uploads {
  /** Deliver a message of the customs: its envelope as the body */
  'customs.counter.deliver': {
    input: {
      name: string
    }
    answer: {
      sm3: string
      isNew: boolean
    }
  }
  /** Trust a certificate for signatures under receipts */
  'customs.counter.trust': {
    input: {
      name: string
      from?: string
      note?: string
    }
    answer: {
      id: string
      serial: string
    }
  }
  /** Plan an order book and declare its orders */
  'customs.declaration.book': {
    input: {
      name: string
      date?: string
      fx?: Record<string, string>
      party?: string
    }
    answer: {
      plan: string
    }
  }
  /** Attach a paper to a declaration: contract, invoice, certificate … */
  'customs.document.attach': {
    input: {
      name: string
      declaration: string
      kind: string
      number?: string
    }
    answer: {
      id: string
    }
  }
  /** Import the tariff, a code table, exchange rates or another table */
  'customs.table.import': {
    input: {
      name: string
      table: string
      edition?: string
      year?: number
      source?: string
      from?: string
    }
    answer: {
      id: string
      register: string
      edition: string
      rows: number
      added: number
      ended: number
      unchanged: number
      rejected: Array<{
        place: string
        code: string
        text: {
          zh: string
          en: string
        }
      }>
    }
  }
}

export interface Downloads {
  /** The rows that were refused, with the reasons, as a workbook */
  'customs.import.refused': {
    input: {
      id: string
    }
  }
  /** Fetch a printed paper again, byte for byte */
  'customs.paper.fetch': {
    input: {
      id: string
    }
  }
  /** The result of a plan as a workbook */
  'customs.plan.result': {
    input: {
      id: string
      lang?: 'zh' | 'en'
    }
  }
  /** An empty order book with every field */
  'customs.plan.template': {
    input: {
      lang?: 'zh' | 'en'
    }
  }
  /** Proof with every message in full, identity numbers as well; the audit says who had it */
  'customs.proof.full': {
    input: {
      declaration: string
    }
  }
  /** Proof of a declaration that OpenSSL alone checks; what holds identity numbers by its digest */
  'customs.proof.make': {
    input: {
      declaration: string
    }
  }
}
