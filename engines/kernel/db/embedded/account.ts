import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'

/** Who the database's processes run as, and who may connect to it. */
export interface Account {
  /** Given when the processes must change user; absent when they run as we do. */
  run?: { uid: number; gid: number }
  /** The uid that will own the cluster (−1 where the platform has none). */
  uid: number
  gid: number
  /** Name of the operating-system user that connects: ours. */
  client: string
}

const NOBODY = 65534

/**
 * PostgreSQL refuses to run as root, so root lends it the account `nobody`, which every Unix has:
 * no user is created. Anyone else runs it as themselves.
 */
export async function account(): Promise<Account> {
  if (process.platform === 'win32') {
    throw new Error(
      'the embedded PostgreSQL needs Unix sockets: on Windows set DATABASE_URL to a PostgreSQL 15 or later',
    )
  }
  const me = ourselves()
  if (me.uid !== 0) return { uid: me.uid, gid: me.gid, client: me.username }
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const run = nobodyOf(passwd)
  return { run, ...run, client: me.username }
}

/** PostgreSQL and its tools look their user up by name, so a bare number (some containers) is not enough. */
function ourselves(): { uid: number; gid: number; username: string } {
  try {
    return userInfo()
  } catch (error) {
    throw new Error(
      `user ${process.getuid?.()} has no entry in /etc/passwd, which PostgreSQL needs: run as a user that has one, or set DATABASE_URL`,
      { cause: error },
    )
  }
}

/** uid and gid of `nobody` in the text of /etc/passwd; 65534 where it is not listed. */
export function nobodyOf(passwd: string): { uid: number; gid: number } {
  const fields = passwd
    .split('\n')
    .map(line => line.split(':'))
    .find(([name]) => name === 'nobody')
  const uid = Number(fields?.[2])
  const gid = Number(fields?.[3])
  // Darwin writes nobody as -2; setuid wants it unsigned, which is what 65534 is on 16 bits.
  return uid > 0 && gid > 0 ? { uid, gid } : { uid: NOBODY, gid: NOBODY }
}
