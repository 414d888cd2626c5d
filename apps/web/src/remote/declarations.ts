import type * as deadline from '@tongqu/customs/deadline/contract'
import type * as declaration from '@tongqu/customs/declaration/contract'
import type * as page from '@tongqu/customs/declaration/page/contract'
import type * as document from '@tongqu/customs/document/contract'
import type { Static, TSchema } from 'typebox'
import type { Commands } from './calls/index.ts'

type Of<S extends TSchema> = Static<S>

export type Attached = Of<typeof document.Attached>
export type AttachedList = Of<typeof document.AttachedList>
export type Deadline = Of<typeof deadline.Listed>['deadlines'][number]
export type Declaration = Of<typeof declaration.Declaration>
export type DeclarationRead = Of<typeof declaration.DeclarationRead>
export type DeclarationStatus = Of<typeof declaration.StatusRead>
export type ListDeclarations = Of<typeof declaration.List>
export type Obstacle = Of<typeof declaration.Obstacle>
export type DeclarationRecord = Of<typeof declaration.Record>
export type TimelineEntry = Of<typeof declaration.TimelineEntry>
export type PreparedOrder = Of<typeof declaration.Prepared>['orders'][number]
export type HeldReceipt = Of<typeof declaration.HeldReceiptsRead>['receipts'][number]
export type GivenFields = Of<typeof page.GivenFields>
export type GivenField = Of<typeof page.GivenField>
export type Matched = Of<typeof page.Matched>
export type MessageRead = Of<typeof page.MessageRead>
export type Profile = Commands['customs.declarant.set']['input']
