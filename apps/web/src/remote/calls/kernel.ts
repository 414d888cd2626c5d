// Written from the definitions of the calls: node apps/server/client/write.ts

/* Calls of `kernel`. */

export interface Queries {
  /** An account: its roles, sessions and keys */
  'kernel.account.get': {
    input: {
      account: string
    }
    answer: {
      id: string
      login: string
      name: {
        zh: string
        en: string
      }
      state: 'active' | 'disabled' | 'invited'
      disabled: boolean
      demonstration: boolean
      hasPassword: boolean
      linked: boolean
      secondFactor: boolean
      createdAt: string
      signedInAt?: string
      invitedUntil?: string
      disabledAt?: string
      disabledReason?: string
      memberships: Array<{
        party: string
        name: {
          zh: string
          en: string
        }
        closed: boolean
        role: string
        from: string
        to?: string
        when: 'now' | 'later' | 'over'
      }>
      sessions: Array<{
        party: string
        openedAt: string
        seenAt: string
        expiresAt: string
        by?: string
        address?: string
      }>
      keys: number
    }
  }
  /** What was changed about an account, or how it signed in */
  'kernel.account.history': {
    input: {
      account: string
      what?: 'changes' | 'signIns'
      after?: string
      limit?: number
    }
    answer: {
      changes: Array<{
        id: string
        at: string
        type: string
        data: unknown
        run: string
        by?: {
          id: string
          login: string
          name: {
            zh: string
            en: string
          }
        }
      }>
      more: boolean
    }
  }
  /** List the API keys of all accounts */
  'kernel.account.keys': {
    input: {
      search?: string
      account?: string
      party?: string
      state?: 'valid' | 'expired' | 'revoked'
      after?: string
      limit?: number
    }
    answer: {
      keys: Array<{
        id: string
        name: string
        account: {
          id: string
          login: string
          name: {
            zh: string
            en: string
          }
        }
        party: {
          id: string
          name: {
            zh: string
            en: string
          }
        }
        state: 'valid' | 'expired' | 'revoked'
        createdAt: string
        expiresAt: string
        usedAt?: string
        revokedAt?: string
      }>
      more: boolean
    }
  }
  /** List accounts */
  'kernel.account.list': {
    input: {
      search?: string
      state?: 'active' | 'disabled' | 'invited'
      secondFactor?: boolean
      party?: string
      role?: string
      sort?: 'login' | '-login' | 'name' | '-name' | 'created' | '-created' | 'signedIn' | '-signedIn'
      after?: string
      limit?: number
    }
    answer: {
      accounts: Array<{
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
        state: 'active' | 'disabled' | 'invited'
        disabled: boolean
        demonstration: boolean
        hasPassword: boolean
        linked: boolean
        secondFactor: boolean
        createdAt: string
        signedInAt?: string
        invitedUntil?: string
        memberships: Array<{
          party: string
          name: {
            zh: string
            en: string
          }
          role: string
        }>
      }>
      next?: string
    }
  }
  /** One record of the audit, whole, with its place in the chain */
  'kernel.audit.event': {
    input: {
      position: number
    }
    answer: {
      position: number
      at: string
      run: string
      type: string
      version: number
      party?: string
      account?: string
      login?: string
      record?: string
      title?: {
        zh: string
        en: string
      }
      data: unknown
      text: string
      digest: string
      block?: {
        number: number
        from: number
        to: number
        sealedAt: string
        keyId: string
        root: string
        previousRoot: string
        isWhole: boolean
        isAnchored: boolean
      }
      ofRun: Array<{
        position: number
        type: string
        record?: string
      }>
    }
  }
  /** Proof of one run, which OpenSSL alone can check */
  'kernel.audit.receipt': {
    input: {
      run: string
    }
    answer: {
      run: string
      keyId: string
      files: Array<{
        name: string
        content: string
      }>
    }
  }
  /** Look records of the audit up */
  'kernel.audit.search': {
    input: {
      record?: string
      party?: string
      account?: string
      login?: string
      call?: string
      outcome?: 'done' | 'refused'
      type?: string
      from?: string
      to?: string
      run?: string
      sealed?: boolean
      text?: string
      after?: string
      limit?: number
    }
    answer: {
      records: Array<{
        position: number
        at: string
        run: string
        type: string
        party?: string
        account?: string
        login?: string
        record?: string
        title?: {
          zh: string
          en: string
        }
        data: unknown
        block?: number
      }>
      more: boolean
      next?: string
      searchedTo?: {
        position: number
        at?: string
      }
    }
  }
  /** Check every record of the audit */
  'kernel.audit.verify': {
    input: Record<never, never>
    answer: {
      whole: boolean
      blocks: number
      events: number
      unsealed: number
      anchored: number
      keyId: string
      faults: Array<{
        code: string
        text: {
          zh: string
          en: string
        }
        block: number
        positions?: Array<number>
      }>
    }
  }
  /** Check the audit from a block on, for about a second: to be watched, and gone on with */
  'kernel.audit.verifyPart': {
    input: {
      after: number
    }
    answer: {
      whole: boolean
      blocks: number
      events: number
      unsealed: number
      anchored: number
      keyId: string
      faults: Array<{
        code: string
        text: {
          zh: string
          en: string
        }
        block: number
        positions?: Array<number>
      }>
      upTo: number
      last: number
      isDone: boolean
    }
  }
  /** Backups: what was made, what lies there, when it was checked */
  'kernel.backup.list': {
    input: {
      after?: string
      limit?: number
    }
    answer: {
      backups: Array<{
        id: string
        folder: string
        askedAt: string
        login?: string
        state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
        isCancelling: boolean
        beganAt?: string
        endedAt?: string
        done: number
        parts?: number
        rows?: number
        tables?: number
        files?: number
        missingFiles?: number
        bytes?: number
        head?: number
        failure?: {
          zh: string
          en: string
        }
        isThere: boolean
        verifiedAt?: string
        damaged?: string
      }>
      more: boolean
      unrecorded: Array<{
        folder: string
        at: string
      }>
    }
  }
  /** The accounts of the demonstration */
  'kernel.demonstration.accounts': {
    input: Record<never, never>
    answer: {
      accounts: Array<{
        login: string
        password: string
        name: {
          zh: string
          en: string
        }
        role: {
          zh: string
          en: string
        }
      }>
    }
  }
  /** Your day: what waits for you, what is late, what you began */
  'kernel.desk.today': {
    input: Record<never, never>
    answer: {
      today: string
      waits: Array<{
        kind: string
        name: {
          zh: string
          en: string
        }
        todo: {
          zh: string
          en: string
        }
        page: string
        items: Array<{
          number?: string
          title?: {
            zh: string
            en: string
          }
          party?: {
            zh: string
            en: string
          }
          page: string
          since?: string
          due?: string
          workingDays?: number
          isLate: boolean
          count?: number
        }>
        isCut: boolean
      }>
      started: Array<{
        kind: string
        kindName: {
          zh: string
          en: string
        }
        said: {
          zh: string
          en: string
        }
        number?: string
        title: {
          zh: string
          en: string
        }
        page: string
        at: string
      }>
    }
  }
  /** Jobs: waiting, running, failed, and those that come round */
  'kernel.job.list': {
    input: {
      state?: 'waiting' | 'running' | 'failed'
      name?: string
      after?: string
      limit?: number
    }
    answer: {
      counts: {
        waiting: number
        running: number
        failed: number
        dueSince?: string
      }
      jobs: Array<{
        id: string
        name: string
        title?: {
          zh: string
          en: string
        }
        about?: string
        state: 'waiting' | 'running' | 'failed'
        attempts: number
        most: number
        askedAt: string
        runAt: string
        runsSince?: string
        error?: string
        failedAt?: string
        isCancelled: boolean
        may: Array<'retry' | 'cancel'>
      }>
      more: boolean
      periodic: Array<{
        name: string
        title?: {
          zh: string
          en: string
        }
        everySeconds: number
        nextAt?: string
        last?: {
          at: string
          milliseconds: number
          error?: string
        }
      }>
    }
  }
  /** List your API keys */
  'kernel.key.list': {
    input: Record<never, never>
    answer: {
      keys: Array<{
        id: string
        name: string
        party: string
        createdAt: string
        expiresAt: string
        usedAt?: string
        revoked: boolean
      }>
    }
  }
  /** How a limit was changed */
  'kernel.limit.history': {
    input: {
      name: string
      after?: string
      limit?: number
    }
    answer: {
      changes: Array<{
        id: string
        at: string
        type: string
        data: unknown
        run: string
        by?: {
          id: string
          login: string
          name: {
            zh: string
            en: string
          }
        }
      }>
      more: boolean
    }
  }
  /** Limits of sessions, tries, passwords and keys */
  'kernel.limit.list': {
    input: Record<never, never>
    answer: {
      limits: Array<{
        name: string
        what: {
          zh: string
          en: string
        }
        about?: {
          zh: string
          en: string
        }
        source?: string
        unit: string
        value: number
        least: number
        most: number
        initial: number
      }>
    }
  }
  /** Which kinds of notices reach you */
  'kernel.notice.kinds': {
    input: Record<never, never>
    answer: {
      kinds: Array<{
        kind: string
        name: {
          zh: string
          en: string
        }
        console: boolean
        away: boolean
        isAlways: boolean
      }>
      carries: Array<'mail' | 'sms'>
    }
  }
  /** List your notices */
  'kernel.notice.list': {
    input: {
      unread?: boolean
      kind?: string
      after?: string
      limit?: number
    }
    answer: {
      unread: number
      notices: Array<{
        id: string
        cause: string
        kind: string
        kindName?: {
          zh: string
          en: string
        }
        text: {
          zh: string
          en: string
        }
        page?: string
        at: string
        read: boolean
      }>
      more: boolean
    }
  }
  /** Where notices reach you */
  'kernel.notice.preferences': {
    input: Record<never, never>
    answer: {
      mail?: string
      phone?: string
      language: 'zh' | 'en'
    }
  }
  /** What differs between two versions of a pack, file by file */
  'kernel.pack.compare': {
    input: {
      pack: string
      to: string
      from?: string
    }
    answer: {
      pack: string
      from?: string
      to: string
      files: Array<{
        name: string
        change: 'added' | 'changed' | 'removed'
        added: number
        removed: number
        hunks: Array<Array<{
          sign: ' ' | '+' | '-'
          number: number
          text: string
        }>>
        left: number
      }>
    }
  }
  /** Versions of packs that were applied */
  'kernel.pack.list': {
    input: Record<never, never>
    answer: {
      versions: Array<{
        id: string
        run: string
        digest: string
        appliedAt: string
        files: number
      }>
    }
  }
  /** Check a printed paper by its code */
  'kernel.paper.check': {
    input: {
      code: string
    }
    answer: {
      answer: 'found' | 'unknown' | 'mistyped'
      paper?: {
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
        facts: Array<{
          title: {
            zh: string
            en: string
          }
          value: string | {
            zh: string
            en: string
          }
        }>
      }
    }
  }
  /** A party: its accounts, sessions, keys and files in numbers */
  'kernel.party.get': {
    input: {
      party: string
    }
    answer: {
      id: string
      kind: string
      name: {
        zh: string
        en: string
      }
      creditCode?: string
      demonstration: boolean
      closed: boolean
      createdAt: string
      accounts: number
      closedAt?: string
      closedReason?: string
      alone: number
      sessions: number
      keys: number
      files: number
      fileBytes: number
    }
  }
  /** What was changed about a party */
  'kernel.party.history': {
    input: {
      party: string
      after?: string
      limit?: number
    }
    answer: {
      changes: Array<{
        id: string
        at: string
        type: string
        data: unknown
        run: string
        by?: {
          id: string
          login: string
          name: {
            zh: string
            en: string
          }
        }
      }>
      more: boolean
    }
  }
  /** Kinds of parties that there are */
  'kernel.party.kinds': {
    input: Record<never, never>
    answer: {
      kinds: Array<string>
    }
  }
  /** List parties */
  'kernel.party.list': {
    input: {
      search?: string
      kind?: string
      closed?: boolean
      sort?: 'created' | '-created' | 'name' | '-name'
      after?: string
      limit?: number
    }
    answer: {
      parties: Array<{
        id: string
        kind: string
        name: {
          zh: string
          en: string
        }
        creditCode?: string
        demonstration: boolean
        closed: boolean
        createdAt: string
        accounts: number
      }>
      next?: string
    }
  }
  /** Accounts that act for a party, with their roles */
  'kernel.party.members': {
    input: {
      party: string
      search?: string
      all?: boolean
      after?: string
      limit?: number
    }
    answer: {
      members: Array<{
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
        state: 'active' | 'disabled' | 'invited'
        roles: Array<{
          role: string
          from: string
          to?: string
        }>
      }>
      more: boolean
    }
  }
  /** Names of parties */
  'kernel.party.name': {
    input: {
      parties: Array<string>
    }
    answer: {
      names: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
      }>
    }
  }
  /** Your passkeys */
  'kernel.passkey.list': {
    input: Record<never, never>
    answer: {
      passkeys: Array<{
        passkey: string
        name: string
        synced: boolean
        madeAt: string
        usedAt?: string
        madeFor?: string
      }>
    }
  }
  /** What a permission is for, the roles that grant it, and who can give them */
  'kernel.permission.explain': {
    input: {
      permission: string
    }
    answer: {
      calls: Array<{
        zh: string
        en: string
      }>
      roles: Array<{
        zh: string
        en: string
      }>
      granters: Array<{
        zh: string
        en: string
      }>
    }
  }
  /** Every permission, its calls, and the roles that grant it */
  'kernel.permission.list': {
    input: Record<never, never>
    answer: {
      permissions: Array<{
        permission: string
        calls: Array<{
          name: string
          kind: string
          summary: {
            zh: string
            en: string
          }
        }>
        roles: Array<{
          role: string
          scope: string
        }>
      }>
    }
  }
  /** What a code of a refusal means, and what to do about it */
  'kernel.refusal.explain': {
    input: {
      code: string
    }
    answer: {
      code: string
      status: number
      text: {
        zh: string
        en: string
      }
      remedy: {
        zh: string
        en: string
      }
    }
  }
  /** Accounts that hold a role */
  'kernel.role.holders': {
    input: {
      role: string
      after?: string
      limit?: number
    }
    answer: {
      holders: Array<{
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
        state: 'active' | 'disabled' | 'invited'
        parties: Array<{
          id: string
          name: {
            zh: string
            en: string
          }
          from: string
          to?: string
        }>
      }>
      more: boolean
    }
  }
  /** Roles and what they grant */
  'kernel.role.list': {
    input: {
      counted?: boolean
    }
    answer: {
      roles: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        scope: string
        permissions: Array<string>
        source?: {
          pack: string
          file: string
        }
        secondFactor?: {
          reason: {
            zh: string
            en: string
          }
          source?: string
        }
        holders?: number
      }>
      orphaned: Array<{
        id: string
        holders: number
      }>
    }
  }
  /** Find what you may see by number, name or pinyin */
  'kernel.search.find': {
    input: {
      text: string
      kinds?: Array<string>
      limit?: number
    }
    answer: {
      kinds: Array<{
        kind: string
        name: {
          zh: string
          en: string
        }
        hits: Array<{
          key: string
          number?: string
          title: {
            zh: string
            en: string
          }
          note?: {
            zh: string
            en: string
          }
          page: string
        }>
      }>
    }
  }
  /** Your second factor */
  'kernel.secondFactor.get': {
    input: Record<never, never>
    answer: {
      on: boolean
      recoveryLeft?: number
    }
  }
  /** Where you are signed in */
  'kernel.session.list': {
    input: Record<never, never>
    answer: {
      sessions: Array<{
        session: string
        current: boolean
        openedAt: string
        seenAt: string
        expiresAt: string
        by?: string
        address?: string
      }>
    }
  }
  /** The ways to sign in, and what a password must be like */
  'kernel.session.ways': {
    input: Record<never, never>
    answer: {
      passkeys?: {
        origin: string
      }
      provider?: {
        name: string
        path: string
      }
      password: {
        least: number
        different: number
      }
    }
  }
  /** Who is signed in, for whom, and what they may do */
  'kernel.session.who': {
    input: Record<never, never>
    answer: {
      signedIn: true
      account: {
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
      }
      party: {
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }
      roles: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
      }>
      permissions: Array<string>
      secondFactor?: {
        state: 'needed' | 'met' | 'provider' | 'exempt'
        role: {
          zh: string
          en: string
        }
        reason: {
          zh: string
          en: string
        }
        source?: string
      }
      parties: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }>
    } | {
      signedIn: false
    }
  }
  /** How the installation stands, and what to do */
  'kernel.state.read': {
    input: Record<never, never>
    answer: {
      at: string
      state: 'good' | 'watch' | 'bad' | 'unknown'
      checks: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        state: 'good' | 'watch' | 'bad' | 'unknown'
        said: {
          zh: string
          en: string
        }
        remedy?: {
          zh: string
          en: string
        }
        facts: Array<{
          name: {
            zh: string
            en: string
          }
          text?: {
            zh: string
            en: string
          }
          at?: string
        }>
        page?: string
      }>
    }
  }
}

export interface Commands {
  /** Change your password; your other sessions end */
  'kernel.account.changePassword': {
    input: {
      current: string
      password: string
    }
    answer: {
      changed: true
    }
  }
  /** Create an account */
  'kernel.account.create': {
    input: {
      login: string
      name: {
        zh: string
        en: string
      }
      invite?: boolean
    }
    answer: {
      id: string
      invitation?: {
        token?: string
        url?: string
        expiresAt: string
      }
    }
  }
  /** Disable an account, end its sessions, revoke its keys */
  'kernel.account.disable': {
    input: {
      account: string
      reason?: string
    }
    answer: {
      id: string
      sessions: number
      keys: number
    }
  }
  /** Enable an account again */
  'kernel.account.enable': {
    input: {
      account: string
    }
    answer: {
      id: string
    }
  }
  /** End the second factor of an account whose devices are lost, and its passkeys; its sessions end */
  'kernel.account.endSecondFactor': {
    input: {
      account: string
    }
    answer: {
      ended: true
    }
  }
  /** End all sessions of an account */
  'kernel.account.endSessions': {
    input: {
      account: string
    }
    answer: {
      ended: number
    }
  }
  /** Make a one-time link for setting a password */
  'kernel.account.invite': {
    input: {
      account: string
    }
    answer: {
      token?: string
      url?: string
      expiresAt: string
    }
  }
  /** Make the first administrator's one-time link */
  'kernel.account.inviteFirst': {
    input: Record<never, never>
    answer: {
      needed: boolean
      url?: string
      expiresAt?: string
    }
  }
  /** Link an account to an identity provider */
  'kernel.account.link': {
    input: {
      account: string
      issuer: string
      subject?: string
    }
    answer: {
      id: string
    }
  }
  /** Revoke an account's API key */
  'kernel.account.revokeKey': {
    input: {
      key: string
    }
    answer: {
      id: string
    }
  }
  /** Set a password with a one-time link */
  'kernel.account.welcome': {
    input: {
      token: string
      password: string
      login?: string
      name?: {
        zh: string
        en: string
      }
      party?: {
        zh: string
        en: string
      }
    }
    answer: {
      login: string
    }
  }
  /** Cancel a backup that is under way; what was copied is removed */
  'kernel.backup.cancel': {
    input: {
      backup: string
    }
    answer: {
      isUnderWay: boolean
    }
  }
  /** Start a backup into a folder of its own under data/backups */
  'kernel.backup.start': {
    input: Record<never, never>
    answer: {
      id: string
    }
  }
  /** Hold every part of a backup against its manifest */
  'kernel.backup.verify': {
    input: {
      backup: string
    }
    answer: {
      id: string
    }
  }
  /** Make the demonstration's parties and accounts */
  'kernel.demonstration.prepare': {
    input: {
      parties: Array<{
        id: string
        kind: string
        name: {
          zh: string
          en: string
        }
      }>
      accounts: Array<{
        login: string
        name: {
          zh: string
          en: string
        }
        party: string
        roles: Array<string>
        password: string
      }>
    }
    answer: {
      accounts: number
    }
  }
  /** Remove content that no row names */
  'kernel.file.sweep': {
    input: Record<never, never>
    answer: {
      removed: number
    }
  }
  /** Back up this installation into an empty folder */
  'kernel.installation.backup': {
    input: {
      dir: string
    }
    answer: {
      dir: string
      tables: number
      rows: number
      files: number
      missingFiles: Array<string>
      bytes: number
      head: number
    }
  }
  /** Cancel jobs that failed, or whose records can be told */
  'kernel.job.cancel': {
    input: {
      jobs: Array<string>
    }
    answer: {
      done: Array<string>
      left: Array<{
        job: string
        why: {
          zh: string
          en: string
        }
      }>
    }
  }
  /** Do jobs again now that failed, or that wait for their next try */
  'kernel.job.retry': {
    input: {
      jobs: Array<string>
    }
    answer: {
      done: Array<string>
      left: Array<{
        job: string
        why: {
          zh: string
          en: string
        }
      }>
    }
  }
  /** Make an API key; it is shown once */
  'kernel.key.create': {
    input: {
      name: string
      days: number
    }
    answer: {
      id: string
      name: string
      expiresAt: string
      key?: string
    }
  }
  /** Revoke one of your API keys */
  'kernel.key.revoke': {
    input: {
      key: string
    }
    answer: {
      id: string
    }
  }
  /** Change a limit */
  'kernel.limit.change': {
    input: {
      name: 'session.idle' | 'session.length' | 'session.recent' | 'challenge.length' | 'tries.login' | 'tries.address' | 'tries.wait' | 'password.length' | 'invitation.length' | 'key.length'
      value: number
    }
    answer: {
      before: number
      value: number
    }
  }
  /** Say how notices of a kind should reach you */
  'kernel.notice.choose': {
    input: {
      kind: string
      console: boolean
      away: boolean
    }
    answer: {
      kind: string
      console: boolean
      away: boolean
    }
  }
  /** Say where notices should reach you */
  'kernel.notice.prefer': {
    input: {
      mail?: string
      phone?: string
      language: 'zh' | 'en'
    }
    answer: {
      mail?: string
      phone?: string
      language: 'zh' | 'en'
    }
  }
  /** Mark a notice, or all, as read */
  'kernel.notice.read': {
    input: {
      notice?: string
    }
    answer: {
      read: number
    }
  }
  /** Send a notice to an account, to those who act for a party, or to everybody */
  'kernel.notice.send': {
    input: {
      account?: string
      everybody?: true
      party?: string
      role?: string
      cause?: string
      text: {
        zh: string
        en: string
      }
      page?: string
    }
    answer: {
      cause: string
    }
  }
  /** Apply the packs of the installation */
  'kernel.pack.apply': {
    input: Record<never, never>
    answer: {
      applied: Array<{
        id: string
        digest: string
        added: Array<string>
        changed: Array<string>
        removed: Array<string>
      }>
    }
  }
  /** Close a party: nobody acts for it any more */
  'kernel.party.close': {
    input: {
      party: string
      reason: string
    }
    answer: {
      id: string
      sessions: number
      keys: number
    }
  }
  /** Register a party */
  'kernel.party.create': {
    input: {
      kind: string
      name: {
        zh: string
        en: string
      }
      creditCode?: string
    }
    answer: {
      id: string
    }
  }
  /** Open a party again that was closed */
  'kernel.party.reopen': {
    input: {
      party: string
    }
    answer: {
      id: string
    }
  }
  /** Keep the passkey that was made; your other sessions end */
  'kernel.passkey.add': {
    input: {
      name: string
      credential: {
        id: string
        clientData: string
        attestation: string
        transports?: Array<string>
      }
    }
    answer: {
      id: string
    }
  }
  /** A challenge for signing in by a passkey */
  'kernel.passkey.ask': {
    input: Record<never, never>
    answer: {
      challenge: string
      rpId: string
      userVerification: 'required'
    }
  }
  /** Begin a passkey */
  'kernel.passkey.begin': {
    input: Record<never, never>
    answer: {
      challenge: string
      rp: {
        id: string
        name: string
      }
      user: {
        id: string
        name: string
        displayName: string
      }
      pubKeyCredParams: Array<{
        type: 'public-key'
        alg: number
      }>
      attestation: 'none'
      authenticatorSelection: {
        residentKey: 'required'
        requireResidentKey: true
        userVerification: 'required'
      }
      excludeCredentials: Array<{
        id: string
        type: 'public-key'
        transports: Array<string>
      }>
    }
  }
  /** Remove a passkey of yours; your other sessions end */
  'kernel.passkey.remove': {
    input: {
      passkey: string
    }
    answer: {
      removed: true
    }
  }
  /** End a role that an account holds for a party */
  'kernel.role.end': {
    input: {
      account: string
      party: string
      role: string
      to?: string
      since?: string
    }
    answer: {
      ended: true
    }
  }
  /** Grant an account a role for a party */
  'kernel.role.grant': {
    input: {
      account: string
      party: string
      role: string
      from?: string
      to?: string
    }
    answer: {
      granted: boolean
    }
  }
  /** Begin a second factor: an app on your phone reads it */
  'kernel.secondFactor.begin': {
    input: Record<never, never>
    answer: {
      secret?: string
      uri?: string
    }
  }
  /** Confirm it by a code of the app; recovery codes come back, your other sessions end */
  'kernel.secondFactor.confirm': {
    input: {
      code: string
    }
    answer: {
      recovery?: Array<string>
    }
  }
  /** End your second factor */
  'kernel.secondFactor.end': {
    input: {
      code: string
    }
    answer: {
      ended: true
    }
  }
  /** Act for another of your parties */
  'kernel.session.act': {
    input: {
      party: string
    }
    answer: {
      signedIn: true
      account: {
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
      }
      party: {
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }
      roles: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
      }>
      permissions: Array<string>
      secondFactor?: {
        state: 'needed' | 'met' | 'provider' | 'exempt'
        role: {
          zh: string
          en: string
        }
        reason: {
          zh: string
          en: string
        }
        source?: string
      }
      parties: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }>
    }
  }
  /** Sign out */
  'kernel.session.end': {
    input: Record<never, never>
    answer: {
      ended: boolean
    }
  }
  /** Sign out everywhere */
  'kernel.session.endEverywhere': {
    input: Record<never, never>
    answer: {
      ended: true
    }
  }
  /** End another session of yours */
  'kernel.session.endOther': {
    input: {
      session: string
    }
    answer: {
      ended: number
    }
  }
  /** Sign in */
  'kernel.session.open': {
    input: {
      login: string
      password: string
      code?: string
      passkey?: {
        id: string
        clientData: string
        authenticatorData: string
        signature: string
        userHandle?: string
      }
    }
    answer: {
      signedIn: true
      account: {
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
      }
      party: {
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }
      roles: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
      }>
      permissions: Array<string>
      secondFactor?: {
        state: 'needed' | 'met' | 'provider' | 'exempt'
        role: {
          zh: string
          en: string
        }
        reason: {
          zh: string
          en: string
        }
        source?: string
      }
      parties: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }>
      token?: string
      expiresAt: string
    }
  }
  /** Sign in by a passkey, without a password */
  'kernel.session.openByPasskey': {
    input: {
      passkey: {
        id: string
        clientData: string
        authenticatorData: string
        signature: string
        userHandle?: string
      }
    }
    answer: {
      signedIn: true
      account: {
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
      }
      party: {
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }
      roles: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
      }>
      permissions: Array<string>
      secondFactor?: {
        state: 'needed' | 'met' | 'provider' | 'exempt'
        role: {
          zh: string
          en: string
        }
        reason: {
          zh: string
          en: string
        }
        source?: string
      }
      parties: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }>
      token?: string
      expiresAt: string
    }
  }
  /** Sign in by an identity provider's ticket */
  'kernel.session.openByTicket': {
    input: {
      ticket: string
    }
    answer: {
      signedIn: true
      account: {
        id: string
        login: string
        name: {
          zh: string
          en: string
        }
      }
      party: {
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }
      roles: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
      }>
      permissions: Array<string>
      secondFactor?: {
        state: 'needed' | 'met' | 'provider' | 'exempt'
        role: {
          zh: string
          en: string
        }
        reason: {
          zh: string
          en: string
        }
        source?: string
      }
      parties: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        kind: string
      }>
      token?: string
      expiresAt: string
    }
  }
}

export interface Uploads {
  /** Store a file */
  'kernel.file.store': {
    input: {
      name: string
    }
    answer: {
      sm3: string
      bytes: number
      type: string
      name: string
    }
  }
}

export interface Downloads {
  /** Fetch a file */
  'kernel.file.fetch': {
    input: {
      sm3: string
    }
  }
}
