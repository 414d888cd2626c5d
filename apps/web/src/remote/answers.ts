import type { Commands, Queries, Uploads } from './calls/index.ts'

/** Names of what stands behind answers of the kernel. */
export type Who = Queries['kernel.session.who']['answer']
export type SignedIn = Extract<Who, { signedIn: true }>
export type Session = Queries['kernel.session.list']['answer']['sessions'][number]
export type DemonstrationAccounts = Queries['kernel.demonstration.accounts']['answer']
export type Welcome = Commands['kernel.account.welcome']['input']
export type StoredFile = Uploads['kernel.file.store']['answer']
