/** A text as it stands between tags. */
export function escaped(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, sign => signs[sign]!) : text
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }

/** `<name>text</name>`; nothing for a text that is not there. */
export function leaf(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`
}

/** Leaves one after another. */
export function leaves(values: Readonly<Record<string, string | undefined>>): string {
  let all = ''
  for (const name in values) all += leaf(name, values[name])
  return all
}
