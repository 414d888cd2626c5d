import type { Desk } from '../declaration/env.ts'

/* What papers there are, by the rule declaration.attachments and the customs' tables of codes. */

interface KindOfPaper {
  /** In the customs' table of attachments; absent: it has none. */
  readonly code?: string
  readonly zh: string
  readonly en: string
}

/** The dated rule. */
export interface Attachments {
  /** Bytes. */
  readonly max_bytes: string
  readonly types: readonly string[]
  readonly kinds: Readonly<Record<string, KindOfPaper>>
}

export const attachmentsOf = (desk: Desk, day: string): Attachments =>
  desk.setting<Attachments>(day, 'declaration.attachments')

/** `cert_A`: a certificate of the customs' table of supervision certificates, named in the declaration by its number. */
const CERTIFICATE = /^cert_([0-9A-Za-z])$/

/** Code of the certificate that a kind is; undefined: it is no certificate. */
export const certificateCode = (kind: string): string | undefined => CERTIFICATE.exec(kind)?.[1]

/**
 * The kind that is meant: a name of the rule, one of its codes, a code of the customs' table of attachments, or `cert_X`.
 * @returns undefined where it is none; a code of a table that is not loaded is taken as it stands
 */
export function kindMeant(
  word: string,
  { kinds }: Attachments,
  hasCode: (table: string, code: string) => boolean | undefined,
): string | undefined {
  if (Object.hasOwn(kinds, word)) return word
  const named = Object.keys(kinds).find(name => kinds[name]!.code === word)
  if (named) return named
  const certificate = certificateCode(word)
  if (certificate) return hasCode('supervision_certs', certificate) === false ? undefined : word
  if (!/^\d{8}$/.test(word)) return undefined
  return hasCode('attachment_types', word) === false ? undefined : word
}

export function titleOf(kind: string, { kinds }: Attachments): { zh: string; en: string } {
  const found = Object.hasOwn(kinds, kind) ? kinds[kind]! : undefined
  if (found) return { zh: found.zh, en: found.en }
  const certificate = certificateCode(kind)
  return certificate
    ? { zh: `监管证件 ${certificate}`, en: `Certificate ${certificate}` }
    : { zh: `随附单据 ${kind}`, en: `Attachment ${kind}` }
}
