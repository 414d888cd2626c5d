/**
 * Brings the empty database at `url` (as its administrator) to the state that every test's database is copied
 * from: all migrations applied. Called once per run. The kernel has no migrations yet, so it stays empty.
 */
export async function prepareTemplate(_url: string): Promise<void> {}
