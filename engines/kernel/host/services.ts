import type { Signer } from '../audit/index.ts'
import type { BackupDone, BackupParts } from '../backup/backup.ts'
import type { Clock } from '../clock/index.ts'
import type { CallOptions, Outcome } from '../command/index.ts'
import type { Config } from '../config/index.ts'
import type { Database } from '../db/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Actor } from '../identity/actor.ts'
import type { Address } from '../identity/address.ts'
import type { IdentityNumbers } from '../identity/identity-numbers.ts'
import type { RoleBook } from '../identity/roles.ts'
import type { SecondFactors } from '../identity/second-factor.ts'
import type { Tickets } from '../identity/tickets.ts'
import type { Who } from '../identity/who.ts'
import type { PeriodicState } from '../job/periodic.ts'
import type { Log } from '../log/index.ts'
import type { Registry } from '../module/registry.ts'
import type { Pack } from '../pack/read.ts'
import type { Refusal } from '../refusal/index.ts'

/** What modules may be built upon. */
export interface HostServices {
  readonly config: Config
  /** Where people reach the installation. */
  readonly address: Address
  readonly clock: Clock
  readonly log: Log
  readonly roles: RoleBook
  readonly packs: readonly Pack[]
  readonly database: Database
  readonly files: FileStore
  readonly identityNumbers: IdentityNumbers
  readonly secondFactors: SecondFactors
  readonly signer: Signer
  readonly who: Who
  /** Opaque slips of this process that nobody outside can make. */
  readonly tickets: Tickets
  /** The registry, once it is made: for calls that describe the installation. */
  readonly registry: () => Registry
  /** Makes a call: for jobs that hand on what came from outside, as the actor they are. */
  readonly call: (name: string, input: unknown, actor: Actor, options?: CallOptions) => Promise<Outcome>
  /** Seals what is placed and not sealed yet. */
  readonly seal: () => Promise<void>
  /** Places and delivers everything committed so far and does the jobs that are due; for a host that is not started. */
  readonly settle: () => Promise<void>
  /** Brings the search up to what is committed; a host that is started does so by itself. */
  readonly index: () => Promise<void>
  /** The periodic jobs, as they fare in this process. */
  readonly periodic: () => readonly PeriodicState[]
  readonly health: () => Promise<HostHealth>
  /** Copies the running installation into an empty folder. */
  readonly backup: (dir: string, told?: BackupParts['told']) => Promise<BackupDone | Refusal>
}

export interface HostHealth {
  readonly ok: boolean
  readonly head: number
  readonly stuck: readonly { subscriber: string; failure: string }[]
}
