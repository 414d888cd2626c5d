import type * as deadline from '@tongqu/customs/deadline/contract'
import type * as declaration from '@tongqu/customs/declaration/contract'
import type * as declarant from '@tongqu/customs/declaration/declarant/contract'
import type * as page from '@tongqu/customs/declaration/page/contract'
import type * as document from '@tongqu/customs/document/contract'
import type { Static, TSchema } from 'typebox'

type Of<S extends TSchema> = Static<S>
interface Named {
  readonly id: string
}

/** Calls on declarations that read. */
export interface DeclarationQueries {
  'customs.declaration.prepare': {
    input: Of<typeof declaration.Prepare>
    answer: Of<typeof declaration.Prepared>
  }
  'customs.declaration.list': { input: Of<typeof declaration.List>; answer: Of<typeof declaration.Listed> }
  'customs.declaration.status': {
    input: Of<typeof declaration.Status>
    answer: Of<typeof declaration.StatusRead>
  }
  'customs.declaration.read': {
    input: Of<typeof declaration.OfDeclaration>
    answer: Of<typeof declaration.DeclarationRead>
  }
  'customs.declaration.fields': {
    input: Of<typeof page.OfFields>
    answer: Of<typeof page.GivenFields>
  }
  'customs.declaration.match': {
    input: Of<typeof declaration.OfDeclaration>
    answer: Of<typeof page.Matched>
  }
  'customs.declaration.ofOrders': { input: Of<typeof page.OfOrders>; answer: Of<typeof page.OrdersDeclared> }
  'customs.declarant.read': { input: Record<never, never>; answer: Of<typeof declarant.DeclarantRead> }
  'customs.receipt.held': {
    input: Of<typeof declaration.HeldReceipts>
    answer: Of<typeof declaration.HeldReceiptsRead>
  }
  'customs.deadline.list': { input: Of<typeof deadline.List>; answer: Of<typeof deadline.Listed> }
  'customs.document.list': {
    input: Of<typeof document.OfDeclaration>
    answer: Of<typeof document.AttachedList>
  }
  'customs.message.read': { input: Of<typeof page.OfMessage>; answer: Of<typeof page.MessageRead> }
}

/** Calls on declarations that change something. */
export interface DeclarationCommands {
  'customs.declaration.submit': {
    input: Of<typeof declaration.OfPlan>
    answer: Of<typeof declaration.Submitted>
  }
  'customs.declaration.amend': { input: Of<typeof declaration.Amend>; answer: Named }
  'customs.declaration.resend': {
    input: Of<typeof declaration.OfDeclaration>
    answer: Named & { records: number }
  }
  'customs.declaration.arrived': {
    input: Of<typeof declaration.Reasoned>
    answer: Named & { records: number }
  }
  'customs.declaration.cancel': { input: Of<typeof declaration.Reasoned>; answer: Named }
  'customs.declaration.return': { input: Of<typeof declaration.Return>; answer: Named }
  'customs.declarant.set': { input: Of<typeof declarant.Profile>; answer: { dxpId: string } }
  'customs.document.withdraw': { input: Of<typeof document.Withdraw>; answer: Named }
  'customs.receipt.settle': { input: { id: string; reason: string }; answer: Named }
  'customs.message.open': { input: Of<typeof page.OfMessage>; answer: Of<typeof page.MessageRead> }
}

/** Files that are handed over with more about them. */
export interface DeclarationUploads {
  'customs.document.attach': { answer: Named; more: { declaration: string; kind: string; number?: string } }
}

export interface DeclarationDownloads {
  'customs.proof.make': { declaration: string }
}

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
export type Profile = Of<typeof declarant.Profile>
