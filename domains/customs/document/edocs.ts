import { type Attachments, certificateCode } from './kinds.ts'
import type { DocumentRow } from './store.ts'

/** Entries of a DecMessage, by the names of its schema. */
export interface Edocs {
  readonly EdocRealation: readonly {
    readonly EdocID: string
    readonly EdocCode: string
    readonly EdocFomatType: 'US'
    readonly EdocSize: string
  }[]
  readonly LicenseDocu: readonly { readonly DocuCode: string; readonly CertCode: string }[]
}

const PDF = 'application/pdf'

/**
 * What a customs declaration says of the papers attached to it: PDFs of a kind that the customs has a code for, and
 * certificates by their numbers. What was withdrawn is not said.
 */
export function edocsOf(documents: readonly DocumentRow[], { kinds }: Attachments): Edocs {
  const there = documents.filter(each => each.withdrawn_at === null)
  return {
    EdocRealation: there.flatMap(({ id, kind, type, bytes }) => {
      const code = /^\d{8}$/.test(kind) ? kind : kinds[kind]?.code
      if (type !== PDF || code === undefined) return []
      return [{ EdocID: `${id}.pdf`, EdocCode: code, EdocFomatType: 'US' as const, EdocSize: String(bytes) }]
    }),
    LicenseDocu: there.flatMap(({ kind, number }) => {
      const code = certificateCode(kind)
      return code === undefined ? [] : [{ DocuCode: code, CertCode: number }]
    }),
  }
}
