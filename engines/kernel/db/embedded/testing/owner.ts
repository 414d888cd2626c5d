// Run by the tests as a process of its own: owns a server, runs one statement, waits to be killed.
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '../index.ts'

const [dir = '', sql = ''] = process.argv.slice(2)
const server = await startEmbedded({ dir, fsync: false, shelter: join(dirname(dir), 'shelter') })
const client = new Client({ connectionString: server.url })
await client.connect()
await client.query(sql)
console.log(JSON.stringify({ pid: server.pid }))
