import fc from 'fast-check'

/** Small documents that are full of what a canonical form has to decide. */
const prefixes = ['', 'a', 'b', 'ceb'] as const
const uris = ['urn:one', 'urn:two', 'http://www.chinaport.gov.cn/ceb'] as const

interface Spec {
  readonly name: string
  readonly prefix: number
  readonly declares: readonly (readonly [number, number])[]
  readonly attributes: readonly (readonly [number, string, string])[]
  readonly children: readonly (Spec | string)[]
}

const local = fc.constantFrom('e', 'Order', 'gnum', '名称', 'é')
const raw = fc
  .array(
    fc.constantFrom(
      'x',
      '汉',
      '&amp;',
      '&lt;',
      '>',
      '"',
      "'",
      ' ',
      '\n',
      '\t',
      '&#13;',
      '&#x9;',
      '&#xA;',
      '😀',
    ),
  )
  .map(parts => parts.join(''))
const value = raw.map(text => text.replaceAll('"', '&quot;'))
const between = fc.oneof(
  raw,
  raw.map(text => `<![CDATA[${text}]]>`),
  fc.constant('<!-- no part of it -->'),
  fc.constantFrom('<?go?>', '<?go  x  y ?>'),
)

const { node } = fc.letrec<{ node: Spec; child: Spec | string }>(tie => ({
  node: fc.record({
    name: local,
    prefix: fc.nat(3),
    declares: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 2, selector: one => one[0] }),
    attributes: fc.uniqueArray(fc.tuple(fc.nat(3), local, value), {
      maxLength: 3,
      selector: ([, name]) => name,
    }),
    children: fc.array(tie('child'), { maxLength: 3 }),
  }),
  child: fc.oneof({ maxDepth: 3, withCrossShrink: true }, between, tie('node')),
}))

/** A root declares every prefix, so that each may be used anywhere. */
export const anyXml = node.map(root => {
  const all: Spec = { ...root, declares: prefixes.map((_, i) => [i, i % uris.length] as const) }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<?first one?>\n${write(all)}\n<?last?>`
})

function write({ name, prefix, declares, attributes, children }: Spec): string {
  const named = (n: number, of: string) => (prefixes[n] ? `${prefixes[n]}:${of}` : of)
  const declarations = declares.map(
    ([p, u]) => ` ${prefixes[p] ? `xmlns:${prefixes[p]}` : 'xmlns'}="${uris[u]}"`,
  )
  const plain = attributes.map(([p, of, text]) => ` ${named(p, of)}="${text}"`)
  const content = children.map(child => (typeof child === 'string' ? child : write(child)))
  return `<${named(prefix, name)}${declarations.join('')}${plain.join('')}>${content.join('')}</${named(prefix, name)}>`
}
