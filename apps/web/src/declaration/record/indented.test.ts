import { expect, it } from 'vitest'
import { indented } from './indented.ts'

it('each element has a line, leaves stay whole', () => {
  expect(indented('<?xml version="1.0"?><a x="1"><b>text</b><c/><d><e>1</e></d><f></f></a>')).toBe(
    [
      '<?xml version="1.0"?>',
      '<a x="1">',
      '  <b>text</b>',
      '  <c/>',
      '  <d>',
      '    <e>1</e>',
      '  </d>',
      '  <f></f>',
      '</a>',
    ].join('\n'),
  )
})

it('what is no markup stays as it is', () => {
  expect(indented('not xml at all')).toBe('not xml at all')
})
