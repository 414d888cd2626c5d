/** Values of postgresql.conf by name; numbers and booleans are written as they are. */
export type Settings = Record<string, string | number | boolean>

/**
 * Settings of a small installation: node and PostgreSQL together stay under 250 MB at rest.
 * `io_method` (18) and `jit` are named because their defaults start workers or compile for large queries.
 */
export function serverSettings(major: number, extra: Settings = {}): Settings {
  return {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: 64,
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    min_wal_size: '64MB',
    max_worker_processes: 4,
    max_parallel_workers: 2,
    max_logical_replication_workers: 0,
    jit: false,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %d ',
    ...(major >= 18 ? { io_method: 'sync' } : {}),
    ...extra,
  }
}

/** The text of the configuration file: one setting a line, strings quoted. */
export function settingsText(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${written(value)}\n`)
  return lines.join('')
}

function written(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

/**
 * Who may connect: over the socket, the operating-system user that runs us, as any role (`peer` with a map,
 * from 16 on). Before 16 a map cannot say "any role"; the socket's folder, closed to others, does the same.
 */
export function accessText(major: number): string {
  return major >= 16 ? 'local all all peer map=tongqu\n' : 'local all all trust\n'
}

/** The map from the operating-system user to the roles, for `pg_ident.conf`. */
export function identText(major: number, client: string): string {
  return major >= 16 ? `tongqu "${client}" all\n` : ''
}
