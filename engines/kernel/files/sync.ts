import { open } from 'node:fs/promises'

/** Brings the names in a folder to the disk: a synced file whose name is not is lost with the power. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and keeps names by itself.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
