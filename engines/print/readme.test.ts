import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { made } from './testing/example.ts'
import { textOf } from './testing/pdf-text.ts'

it('the example of the README prints a packing list', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')
  const source = await readFile(new URL('testing/example.ts', import.meta.url), 'utf8')
  const [, example] = /```ts\n([\s\S]*?)if \('refusal'/.exec(readme)!
  expect(source.replace("'../index.ts'", "'@tongqu/print'")).toBe(example)
  if ('refusal' in made) throw new Error(made.refusal.code)
  expect(made.pages).toBe(1)
  expect(textOf(made.bytes)).toContain('毛绒玩具')
})
