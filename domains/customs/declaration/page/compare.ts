import type { Static } from 'typebox'
import { type Documents, matchedElements } from '../form/match.ts'
import type { Matched } from './contract.ts'
import { elementTitle, kindTitle } from './titles.ts'

type Row = Static<typeof Matched>['rows'][number]

/**
 * The documents of a retail import beside each other: one row for each matter that two of them state, one column for
 * each document. Values about persons are not shown, only whether they agree.
 * @param kinds the columns, in their order
 */
export function comparison(documents: Documents, kinds: readonly string[]): Static<typeof Matched> {
  const rows = matchedElements(documents).map(({ elements, line, isPersonal, agrees }): Row => {
    const first = elements[elements.length - 1]!
    return {
      title: elementTitle(first.message, first.element),
      ...(line !== undefined && { line }),
      cells: kinds.map(kind => {
        const found = elements.find(each => each.message === kind)
        if (!found) return null
        const { message, element, value } = found
        const isThere = value !== undefined
        return { message, element, isThere, ...(isThere && !isPersonal && { value }) }
      }),
      agrees,
      isPersonal,
    }
  })
  return { messages: kinds.map(kind => ({ kind, title: kindTitle(kind) })), rows }
}
