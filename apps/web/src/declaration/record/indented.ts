/**
 * Markup with each element on a line of its own, two spaces deeper than the one around it; for reading only, the text is
 * not touched otherwise. Leaves stay on one line.
 */
export function indented(xml: string): string {
  const parts = xml.replace(/>\s+</g, '><').split(/(?<=>)(?=<)/)
  const lines: string[] = []
  let depth = 0
  for (const part of parts) {
    const isEnd = part.startsWith('</')
    if (isEnd) depth = Math.max(0, depth - 1)
    const last = lines.at(-1)
    // An end right after its own beginning, or after its text, stays with it.
    if (isEnd && last !== undefined && opens(last) && nameOf(last) === nameOf(part))
      lines[lines.length - 1] += part
    else lines.push('  '.repeat(depth) + part)
    if (opens(part)) depth++
  }
  return lines.join('\n')
}

const nameOf = (part: string) => /^\s*<\/?([^\s/>]+)/.exec(part)?.[1]

/** Whether something begins here that ends later. */
const opens = (part: string): boolean => {
  const text = part.trimStart()
  return /^<[^!?/]/.test(text) && !text.endsWith('/>') && !text.includes('</')
}
