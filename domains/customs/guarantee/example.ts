/* Examples of calls on guarantees. */

export const exampleGuarantee = (number: string) => ({
  code: '4201960009',
  name: '示例担保有限公司',
  office: '4701',
  number,
  amount: '100000.00',
  from: '2026-01-01',
  to: '2027-12-31',
})
export const givenGuarantee = (number: string) => ({
  call: 'customs.guarantee.register',
  input: exampleGuarantee(number),
})
export const firstId = ([made]: readonly { readonly id: string }[]) => ({ id: made!.id })
