/** Answers of calls whose contracts name no schema that the browser may load. */
export interface Text {
  readonly zh: string
  readonly en: string
}

interface Named {
  readonly id: string
  readonly name: Text
}

export interface SignedIn {
  readonly signedIn: true
  readonly account: { readonly id: string; readonly login: string; readonly name: Text }
  readonly party: Named
  readonly roles: readonly Named[]
  readonly permissions: readonly string[]
  /** Parties that the account may act for. */
  readonly parties: readonly Named[]
}

/** Names of those of the parties asked for that are no people. */
export interface PartyNames {
  readonly names: readonly Named[]
}

/** One's second factor at sign-in. */
export interface SecondFactor {
  readonly on: boolean
  readonly recoveryLeft?: number
}

/** A session of one's own. */
export interface Session {
  readonly session: string
  readonly current: boolean
  readonly openedAt: string
  readonly seenAt: string
  readonly expiresAt: string
  readonly by?: string
  readonly address?: string
}

export type Who = SignedIn | { readonly signedIn: false }

export interface DemonstrationAccounts {
  readonly accounts: readonly {
    readonly login: string
    readonly password: string
    readonly name: Text
    readonly role: Text
  }[]
}

/** A one-time link used; the first administrator also names the account, the person and the operator. */
export interface Welcome {
  readonly token: string
  readonly password: string
  readonly login?: string
  readonly name?: Text
  readonly party?: Text
}

export interface StoredFile {
  readonly sm3: string
  readonly bytes: number
  readonly type: string
  readonly name?: string
}
