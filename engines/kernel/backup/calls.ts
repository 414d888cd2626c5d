import { Type } from 'typebox'
import { command, type Definition } from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import { isRefusal } from '../refusal/index.ts'
import { consoleCalls } from './console-calls.ts'
import { folderOf } from './folders.ts'
import { backupRefusals } from './refusals.ts'
import * as store from './store.ts'

/**
 * Backup as a call, so that it is audited and works on a running installation. Its permission begins with no
 * domain's name: no role of a pack grants it, only the machine's own command line holds it.
 */
export function backupCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.installation.backup',
      summary: { zh: '备份本安装到一个空文件夹', en: 'Back up this installation into an empty folder' },
      permission: 'machine.backup',
      verb: 'backup <dir>',
      input: Type.Object(
        {
          dir: Type.String({
            minLength: 1,
            maxLength: 1000,
            description: 'a path; a relative one is under data/backups',
          }),
        },
        { additionalProperties: false },
      ),
      output: Type.Object({
        dir: Type.String(),
        tables: Type.Integer(),
        rows: Type.Integer(),
        files: Type.Integer(),
        missingFiles: Type.Array(Type.String()),
        bytes: Type.Integer(),
        head: Type.Integer(),
      }),
      refusals: Object.keys(backupRefusals.kinds),
      example: { input: { dir: 'an-example' } },
      async handle(work, { dir }) {
        const begunAt = services.clock.now()
        const done = await services.backup(folderOf(services, dir))
        if (isRefusal(done)) return done
        await store.addDone(work, dir, { begunAt, endedAt: services.clock.now() }, done)
        return { ...done, missingFiles: [...done.missingFiles] }
      },
    }),
    ...consoleCalls(services),
  ]
}
