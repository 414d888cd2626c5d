import type { Tx } from '@tongqu/kernel/db'

/* SQL of certificates that are trusted for the counter's signatures. */

export interface TrustedRow extends Record<string, unknown> {
  readonly id: string
  readonly serial: string
  readonly subject: string
  readonly issuer: string
  /** Base64 of the DER. */
  readonly certificate: string
  readonly from_at: Date
  readonly to_at: Date | null
  readonly added_at: Date
  readonly note: string
}

export function trustedCertificates(tx: Tx): Promise<TrustedRow[]> {
  return tx.query<TrustedRow>(
    `select id, serial, subject, issuer, certificate, from_at, to_at, added_at, note from customs.trusted_certificate
     order by added_at, id`,
  )
}

const ADD = `
  insert into customs.trusted_certificate
    (id, serial, subject, issuer, certificate, from_at, to_at, added_at, added_by, note)
  values ($1, $2, $3, $4, $5, $6, null, $7, $8, $9) on conflict (certificate) where to_at is null do nothing`

/** @returns whether it is new: one that is trusted already is not trusted twice */
export async function addTrusted(
  tx: Tx,
  row: Omit<TrustedRow, 'to_at'> & { readonly added_by: string | undefined },
): Promise<boolean> {
  const { id, serial, subject, issuer, certificate, from_at, added_at, added_by, note } = row
  const values = [id, serial, subject, issuer, certificate, from_at, added_at, added_by ?? null, note]
  return (await tx.execute(ADD, values)) > 0
}

/** Ends the trust in a certificate. @returns whether it was trusted until now */
export async function endTrusted(tx: Tx, id: string, at: Date): Promise<boolean> {
  const ended = await tx.execute(
    'update customs.trusted_certificate set to_at = greatest($2, from_at) where id = $1 and to_at is null',
    [id, at],
  )
  return ended > 0
}
