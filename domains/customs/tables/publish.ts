import type { Subscriber } from '@tongqu/kernel/event'
import { publish } from '@tongqu/kernel/files'
import type { HostServices } from '@tongqu/kernel/host'
import type { JobDefinition } from '@tongqu/kernel/job'
import type { OwnTables } from './of-packs.ts'
import { PUBLISHED } from './published.ts'
import { setOfRegisters } from './registers.ts'

const PUBLISH = 'customs.table.publish'

/** Asks for the tables to be published again when one was imported: once, however many came together. */
export const publishOnImport: Subscriber = {
  name: 'customs.publish-tables',
  types: ['register.batch.imported'],
  async handle(work, event) {
    const { register } = event.data as { register: string }
    if (register.startsWith('customs.')) await work.enqueue({ name: PUBLISH, payload: {}, key: PUBLISH })
  },
}

/** Writes the tables where the command line finds them without the database. */
export function publishJob({ config }: Pick<HostServices, 'config'>, own: OwnTables): JobDefinition {
  return {
    name: PUBLISH,
    title: { zh: '发布税则与代码表', en: 'Publish the tables' },
    async run(context) {
      const set = await context.work(work => setOfRegisters(work.tx, own))
      await publish(config.dataDir, PUBLISHED, JSON.stringify(set))
    },
  }
}
