/**
 * Where the elements and their order are from: a declaration that the single window's client took in. Lengths and which
 * elements must be there: the window's own table of fields as others have published it. Where a message that was taken
 * in goes beyond that table (client number of 21 characters, code of the firm that enters of 10), the message stands.
 */
export const decSource =
  '单一窗口报关单导入报文（元素、次序：客户端已接收的报文；长度、必填：他人刊出的字段表）。 Declaration of the single window, from messages its client took in and the table of fields as published by others.'

/** Elements of later versions, which that message does not yet have; their place in the order is not certain. */
export const later = '他人刊出的后续版本字段表，次序未见样例。 Table of a later version, its order not seen.'

export const decNamespace = 'http://www.chinaport.gov.cn/dec'
