/**
 * Address of a database behind a Unix socket, in the form that PostgreSQL's own clients and `URL` both read.
 * `socketDir` is an absolute folder.
 */
export function socketUrl(socketDir: string, user: string, database = 'postgres'): string {
  return `postgresql://${encodeURIComponent(user)}@${encodeURIComponent(socketDir)}/${encodeURIComponent(database)}`
}

/** The same server, another database or role. */
export function withDatabase(url: string, change: { database?: string; user?: string }): string {
  const changed = new URL(url)
  if (change.database !== undefined) changed.pathname = `/${encodeURIComponent(change.database)}`
  if (change.user !== undefined) changed.username = change.user
  return changed.href
}
