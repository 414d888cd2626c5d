import { choice, code } from '../kinds/code.ts'
import { decimal } from '../kinds/number.ts'
import { text } from '../kinds/text.ts'
import { time } from '../kinds/time.ts'
import { attribute, cdata, group, many, optional, required } from '../member.ts'
import { message, signatureBeside } from '../message.ts'

const line = group({
  code: required(text(4, { min: 2 }), '货号', 'Article'),
  price: required(decimal(5, 2), '价', 'Price'),
  note: optional(cdata(required(text(10), '备注', 'Note')).of, '备注', 'Note'),
})

/** A small message with one of everything, for the tests of the mechanism. */
export const shop = message({
  name: 'Shop',
  title: { zh: '小店', en: 'Shop' },
  root: 'Shop',
  namespace: 'urn:shop',
  prefix: 's',
  besides: [signatureBeside],
  source: 'test',
  content: group({
    id: attribute(required(text(8), '编号', 'Number')),
    kind: attribute(optional(choice({ a: { zh: '甲', en: 'A' }, b: { zh: '乙', en: 'B' } }), '类', 'Kind')),
    head: required(
      group({
        day: required(time('yyyyMMdd'), '日', 'Day'),
        country: optional(code('countries', 3), '国', 'Country'),
        remark: cdata(optional(text(20), '备注', 'Remark')),
      }),
      '表头',
      'Head',
    ),
    line: many(line, { min: 1, max: 3 }, '表体', 'Lines'),
  }),
})
