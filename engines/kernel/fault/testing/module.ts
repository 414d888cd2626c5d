import { Type } from 'typebox'
import { command } from '../../command/index.ts'
import type { Module } from '../../module/index.ts'

/** Names a stored file in a row, as every upload does after its bytes are synced. */
const nameFile = command({
  name: 'fault.file.name',
  summary: { zh: '测试用', en: 'for tests' },
  permission: 'fault.file.name',
  input: Type.Object({ sm3: Type.String(), bytes: Type.Integer(), type: Type.String(), name: Type.String() }),
  output: Type.Object({}),
  example: { input: { sm3: '', bytes: 1, type: 'text/plain', name: 'a' } },
  async handle(work, { sm3, bytes, type, name }) {
    await work.execute(
      'insert into kernel.file (sm3, party_id, bytes, type, name, created_at) values ($1, $2, $3, $4, $5, $6)',
      [sm3, work.actor.party, bytes, type, name, work.now],
    )
    return {}
  },
})

export const faultModule: Module = { name: 'fault', calls: [nameFile] }
