import { Readable } from 'node:stream'
import { command, type Definition, DownloadAnswer, query } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { isRefusal } from '@tongqu/kernel/refusal'
import { BeginImport, ImportId, ImportList, PublishImport, TableImport } from '../contract.ts'
import { refusedBook } from './refused-book.ts'
import * as service from './service.ts'

const PERMISSION = 'customs.table.import'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const exampleFile = {
  call: 'kernel.file.store',
  input: { name: 'rates.csv' },
  content: 'currency,purpose,from,to,rate,source\nUSD,customs,2032-01-01,2032-01-31,7.10,an example\n',
}
const begun = {
  call: 'customs.import.begin',
  input: ([file]: readonly { sm3: string }[]) => ({ file: file!.sm3, table: 'rates' }),
}
const ofBegun = (outputs: readonly { id: string }[]) => ({ id: outputs[1]!.id })

/** Imports in the browser: a file is checked and shown before anybody publishes it. */
export function importCalls({ files }: Pick<HostServices, 'files'>): Definition[] {
  return [
    command({
      name: 'customs.import.begin',
      summary: { zh: '核对一份表文件', en: "Check a table's file before it is published" },
      permission: PERMISSION,
      input: BeginImport,
      output: TableImport,
      refusals: ['table.unknown', 'table.file_not_found', 'table.day_needed'],
      example: { given: [exampleFile], input: begun.input },
      handle: (work, input) => service.beginImport(work, files, input),
    }),
    query({
      name: 'customs.import.list',
      summary: { zh: '表文件的导入', en: 'Imports of tables, the newest first' },
      permission: PERMISSION,
      input: service.NoInput,
      output: ImportList,
      example: { input: {} },
      handle: service.listImports,
    }),
    query({
      name: 'customs.import.get',
      summary: { zh: '一次导入与它会改动的内容', en: 'An import, and what it would change' },
      permission: PERMISSION,
      input: ImportId,
      output: TableImport,
      refusals: ['table.import_not_found'],
      example: { given: [exampleFile, begun], input: ofBegun },
      handle: service.getImport,
    }),
    command({
      name: 'customs.import.publish',
      summary: { zh: '发布核对过的表', en: 'Publish a table that was checked' },
      permission: PERMISSION,
      input: PublishImport,
      output: TableImport,
      refusals: ['table.import_not_found', 'table.import_not_ready'],
      example: {
        given: [exampleFile, begun],
        input: (outputs: readonly { id: string }[]) => ({
          ...ofBegun(outputs),
          edition: '2032-01',
          source: 'an example',
        }),
      },
      handle: service.publishImport,
    }),
    command({
      name: 'customs.import.cancel',
      summary: { zh: '停止一次导入', en: 'Stop an import' },
      permission: PERMISSION,
      input: ImportId,
      output: TableImport,
      refusals: ['table.import_not_found'],
      example: { given: [exampleFile, begun], input: ofBegun },
      handle: service.cancelImport,
    }),
    query({
      name: 'customs.import.refused',
      summary: {
        zh: '未收的行与原因(Excel)',
        en: 'The rows that were refused, with the reasons, as a workbook',
      },
      permission: PERMISSION,
      download: true,
      input: ImportId,
      output: DownloadAnswer,
      refusals: ['table.import_not_found'],
      example: { given: [exampleFile, begun], input: ofBegun },
      async handle(work, input) {
        const found = await service.findImport(work, input.id)
        if (isRefusal(found)) return found
        const opened = await files.open(found.row.file)
        const content = Readable.from(refusedBook(opened, found.kind, work.actor.language))
        return { name: `${found.row.name.replace(/\.[^.]*$/, '')}-refused.xlsx`, type: XLSX, content }
      },
    }),
  ]
}
