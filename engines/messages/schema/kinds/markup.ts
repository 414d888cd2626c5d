import { innerMarkup } from '../../xml/markup.ts'
import { readXml } from '../../xml/read.ts'
import type { ValueFault } from '../fault.ts'
import type { Kind } from '../kind.ts'

/**
 * One element of anyone’s own making, as XML text with all namespaces it uses, of up to `max` characters. It is taken
 * only as it is written here (no empty-element tags, no references that need not be), so that it reads back the same.
 */
export function markup(max: number): Kind {
  return {
    format: 'XML',
    isMarkup: true,
    check(found): ValueFault | undefined {
      if (found.length > max)
        return { code: 'message.too_long', params: { found: found.length, expected: max } }
      const read = readXml(`<any>${found}</any>`, { text: max })
      if ('refusal' in read) return { code: 'message.bad_markup', params: { found: read.refusal.code } }
      const normal = innerMarkup(read.document.root)
      return normal === found
        ? undefined
        : { code: 'message.bad_markup', params: { found: 'xml.not_normal' } }
    },
    sample: pick => `<own:data xmlns:own="urn:own" n="${pick(100)}"><own:text>a&amp;b</own:text></own:data>`,
    wrong: [
      { text: '<a>', code: 'message.bad_markup' },
      { text: '<a/>', code: 'message.bad_markup' },
      { text: 'text', code: 'message.bad_markup' },
      { text: '<!DOCTYPE a><a></a>', code: 'message.bad_markup' },
    ],
  }
}
