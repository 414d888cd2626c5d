import type { NewEvent } from '../event/types.ts'
import type { Text } from '../text/index.ts'

/** One person, everybody who acts for a party (in a role, if one is named), or everybody who has an account. */
export type Recipient =
  | { readonly account: string }
  | { readonly everybody: true }
  | { readonly party: string; readonly role?: string | undefined }

/** Something that people should know. */
export interface NoticeRequest {
  readonly to: Recipient
  /** What brings it about, `customs.plan/…/done`: nobody gets two notices of one cause. */
  readonly cause: string
  /** What the reader sees. It stands in the event log: no identity numbers, no secrets. */
  readonly text: Text
  /** Page of the console that it leads to. */
  readonly page?: string | undefined
}

/**
 * What a notice is of, by which people choose what reaches them. It is the first part of the causes of its notices:
 * `customs.plan` of `customs.plan/…/done`.
 */
export interface NoticeKind {
  readonly kind: string
  readonly name: Text
  /** It reaches everybody, whatever they chose. */
  readonly isAlways?: true
}

export const NOTICE_ASKED = 'kernel.notice.asked'

/** The one door for notices: told with the caller's commit, delivered after it. */
export function notify(work: { emit(event: NewEvent): void }, request: NoticeRequest): void {
  work.emit({ type: NOTICE_ASKED, data: request })
}
