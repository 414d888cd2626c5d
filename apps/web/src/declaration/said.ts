/** One reason as the counter writes it: `[Code:2600;Desc:放行]`. */
const reason = /\[Code:([^;\]]*);Desc:([^\]]*)\]/g

/** What the counter said, for reading: the words, its code after them. Anything else stays as it is. */
export function saidText(said: string): string {
  const found = [...said.matchAll(reason)]
  if (found.length === 0) return said
  const rest = said.replace(reason, '').replace(/^[\s;；，,]+|[\s;；，,]+$/g, '')
  return [...found.map(([, code, words]) => `${words}（${code}）`), rest].filter(Boolean).join('；')
}
