import { watch } from 'node:fs'
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, type Embedded, renameDatabase, startEmbedded } from '@tongqu/kernel/db/embedded'
import type { TestProject } from 'vitest/node'
import { answerFile, ownFolderPrefix, requestFile, templateName } from './names.ts'
import { prepareTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder where a test file asks for the run's database server and finds its address. */
    tongquTestFolder: string
    /** Folder of another PostgreSQL's binaries for the run's server; empty for the embedded one. */
    tongquPostgresBin: string
  }
}

/**
 * One PostgreSQL per run, started when the first test file asks for a database, so that a run of pure tests
 * does not pay for it. Without fsync: it lives as long as the run. Tests of durability make their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix))
  await chmod(folder, 0o711)
  project.provide('tongquTestFolder', folder)
  const bin = project.getProvidedContext().tongquPostgresBin
  let server: Promise<Embedded | undefined> | undefined
  const watcher = watch(folder, (_event, name) => {
    if (name === requestFile) server ??= serve(folder, bin)
  })
  return async () => {
    watcher.close()
    const started = await server
    await started?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function serve(folder: string, bin: string | undefined): Promise<Embedded | undefined> {
  let server: Embedded | undefined
  try {
    server = await startEmbedded({
      dir: join(folder, 'pg'),
      shelter: join(folder, 'shelter'),
      ...(bin ? { bin } : {}),
      fsync: false,
      settings: { max_connections: 200, shared_buffers: '128MB' },
    })
    const making = `${templateName}_making`
    await prepareTemplate(await createDatabase(server.url, making))
    await renameDatabase(server.url, making, templateName)
    await answer(folder, { url: server.url })
  } catch (error) {
    await answer(folder, { failure: error instanceof Error ? error.message : String(error) })
  }
  return server
}

async function answer(folder: string, value: { url: string } | { failure: string }): Promise<void> {
  const path = join(folder, answerFile)
  await writeFile(`${path}.new`, JSON.stringify(value))
  await rename(`${path}.new`, path)
}
