import { markup } from '../schema/kinds/markup.ts'
import { text } from '../schema/kinds/text.ts'
import { group, required } from '../schema/member.ts'

/** Data that sender and receiver have agreed on beside the message. */
export const extendMessage = group({
  name: required(text(30), '自定义报文名称', 'Name of the data'),
  version: required(text(30), '自定义报文版本', 'Version of the data'),
  Message: required(markup(100_000), '自定义报文实体', 'The data, one element'),
})
