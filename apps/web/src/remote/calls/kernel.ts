// Written from the definitions of the calls: node apps/server/client/write.ts

/* Calls of `kernel`. */

export interface Queries {
  /** List accounts */
  'kernel.account.list': {
    input: {
      search?: string
      party?: string
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
        disabled: boolean
        demonstration: boolean
        hasPassword: boolean
        linked: boolean
        memberships: Array<{
          party: string
          name: {
            zh: string
            en: string
          }
          role: string
        }>
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
      call?: string
      outcome?: 'done' | 'refused'
      type?: string
      from?: string
      to?: string
      run?: string
      sealed?: boolean
      before?: number
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
        data: unknown
        block?: number
      }>
      more: boolean
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
        revoked: boolean
      }>
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
        unit: string
        value: number
        least: number
        most: number
        initial: number
      }>
    }
  }
  /** List your notices */
  'kernel.notice.list': {
    input: {
      unread?: boolean
      before?: string
      limit?: number
    }
    answer: {
      unread: number
      notices: Array<{
        id: string
        cause: string
        text: {
          zh: string
          en: string
        }
        page?: string
        at: string
        read: boolean
      }>
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
  /** Versions of packs that were applied */
  'kernel.pack.list': {
    input: Record<never, never>
    answer: {
      versions: Array<{
        id: string
        digest: string
        appliedAt: string
        files: number
      }>
    }
  }
  /** List parties */
  'kernel.party.list': {
    input: {
      search?: string
      kind?: string
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
      }>
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
  /** Roles and what they grant */
  'kernel.role.list': {
    input: Record<never, never>
    answer: {
      roles: Array<{
        id: string
        name: {
          zh: string
          en: string
        }
        scope: string
        permissions: Array<string>
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
    }
    answer: {
      id: string
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
  /** End the second factor of an account whose phone is lost; its sessions end */
  'kernel.account.endSecondFactor': {
    input: {
      account: string
    }
    answer: {
      ended: true
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
      name: 'session.idle' | 'session.length' | 'tries.login' | 'tries.address' | 'tries.wait' | 'password.length' | 'invitation.length' | 'key.length'
      value: number
    }
    answer: {
      before: number
      value: number
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
  /** Send a notice to an account or to those who act for a party */
  'kernel.notice.send': {
    input: {
      account?: string
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
    }
    answer: {
      id: string
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
  /** End a role that an account holds for a party */
  'kernel.role.end': {
    input: {
      account: string
      party: string
      role: string
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
