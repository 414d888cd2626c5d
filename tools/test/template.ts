import { prepareStorage, urlsOf } from '@tongqu/kernel/host'
import { kernelMigrations } from '@tongqu/kernel/own'

/**
 * Brings the empty database at `url` (as its administrator) to the state that every test's database is copied
 * from. Called once per run. It holds the kernel; a test host adds what its own modules need on top.
 */
export async function prepareTemplate(url: string): Promise<void> {
  await prepareStorage(urlsOf(url), [{ module: 'kernel', dir: kernelMigrations }], new Date(0))
}
