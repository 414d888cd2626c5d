import { Type } from 'typebox'
import {
  closed,
  command,
  type Definition,
  DownloadAnswer,
  NoInput,
  query,
  uploadFields,
} from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import { fileRefusals } from './store.ts'
import { sweepOrphans } from './sweep.ts'

/** Largest file that is taken, bytes: what a workbook of a hundred thousand orders needs, many times over. */
const LARGEST = 256 * 1024 * 1024

const Digest = uploadFields.sm3
const Stored = closed({ ...uploadFields })

/** Calls on files, which are named by the SM3 of their content. */
export function fileCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.file.store',
      summary: { zh: '上传文件', en: 'Store a file' },
      permission: 'kernel.file.store',
      upload: { maxBytes: LARGEST },
      input: Stored,
      output: Stored,
      refusals: ['file.too_large', 'file.empty', 'file.no_room', 'file.needs_party'],
      example: { input: { name: 'orders.csv' }, content: 'order,date\nA-1,2026-01-05\n' },
      async handle(work, { sm3, bytes, type, name }) {
        if (!work.actor.party) return fileRefusals.refuse('file.needs_party')
        if (await work.files.keep({ sm3, bytes, type, name }))
          work.emit({ type: 'kernel.file.stored', record: `kernel.file/${sm3}`, data: { bytes, type } })
        return { sm3, bytes, type, name }
      },
    }),
    query({
      name: 'kernel.file.fetch',
      summary: { zh: '下载文件', en: 'Fetch a file' },
      permission: 'kernel.file.fetch',
      download: true,
      input: closed({ sm3: Digest }),
      output: DownloadAnswer,
      refusals: ['file.not_found'],
      example: {
        given: [
          {
            call: 'kernel.file.store',
            input: { name: 'fetched.csv' },
            content: 'order,date\nA-2,2026-01-06\n',
          },
        ],
        input: ([stored]: readonly { sm3: string }[]) => ({ sm3: stored!.sm3 }),
      },
      async handle(work, { sm3 }) {
        const file = await work.files.find(sm3)
        if (!file) return fileRefusals.refuse('file.not_found', { sm3 }, '/sm3')
        return { name: file.name, type: file.type, content: services.files.read(sm3) }
      },
    }),
    command({
      name: 'kernel.file.sweep',
      summary: { zh: '清除无人引用的文件内容', en: 'Remove content that no row names' },
      permission: 'kernel.storage.sweep',
      unsafeScope: 'system',
      input: NoInput,
      output: closed({ removed: Type.Integer() }),
      example: { input: {} },
      handle: async work => ({ removed: await sweepOrphans(work, services.files) }),
    }),
  ]
}
