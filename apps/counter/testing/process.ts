import { join } from 'node:path'
import { openCounter } from '../serve.ts'
import { NOW, unsigned } from './desk.ts'

// A counter as a process that a test may kill: on the folders of the test, until all is answered.
const root = process.argv[2]!
const counter = await openCounter({
  state: join(root, 'state'),
  folder: { in: join(root, 'in'), out: join(root, 'out') },
  scenario: unsigned(),
  faster: 1,
  clock: new Date(NOW),
  once: true,
})
await counter.run(new AbortController().signal)
