import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parameters } from '../testing.ts'
import { renderText, textCodes } from './render.ts'

/** Codes as the engine's own source says them. */
function saidCodes(): string[] {
  const folder = new URL('../', import.meta.url)
  const found = new Set<string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.startsWith('text/')) continue
    const source = readFileSync(new URL(name, folder), 'utf8')
    for (const [, code] of source.matchAll(/(?:refuse|note)\(\s*'([a-z0-9_.]+\.[a-z0-9_]+)'/g))
      found.add(code!)
    for (const [, what] of source.matchAll(/\.need\(\s*'([A-Za-z_]+)'/g)) found.add(`needs.${what}`)
    for (const [, code] of source.matchAll(/'((?:input|three_documents|override)\.[a-z_]+)'/g))
      found.add(code!)
    for (const [, what] of source.matchAll(/what: '((?:refund|return|retail_export)\.[a-z_]+)'/g))
      found.add(what!)
  }
  return [...found]
}

describe('the catalogue of texts', () => {
  it('has a text in both languages for every code the engine says', () => {
    const known = new Set(textCodes())
    const said = saidCodes()
    expect(said.length).toBeGreaterThan(80)
    expect(said.filter(code => !known.has(code))).toEqual([])
    for (const code of known) {
      expect(renderText(code, undefined, 'zh')).toMatch(/\p{Script=Han}/u)
      expect(renderText(code, undefined, 'en')).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('has a text for every reason that a pack gives for an exclusion', () => {
    const known = new Set(textCodes())
    const reasons = parameters
      .parameters()
      .filter(one => one.id.startsWith('market.excluded.'))
      .flatMap(one => one.versions.map(version => (version.value as { reason: string }).reason))
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.filter(code => !known.has(code))).toEqual([])
  })

  it('fills in parameters and gives the code itself for one it does not know', () => {
    expect(renderText('needs.fx', { id: 'EUR' }, 'en')).toContain('EUR')
    expect(renderText('sheet.unknown', undefined, 'zh')).toBe('sheet.unknown')
  })
})
