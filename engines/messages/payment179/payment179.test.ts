import { describe, expect, test } from 'vitest'
import { jsonFaultText } from '../json/text.ts'
import { rsaKey, signerOf, sm2Key, type TestKey } from '../signature/testing/keys.ts'
import { anyOf } from '../signature/verify.ts'
import { readPaymentRequest, readUploadAnswer, writeRequestAnswer } from './answers.ts'
import type { UnsignedPaymentData } from './schema.ts'
import { type SignedPayment, signPaymentData } from './sign.ts'
import { type PaymentExpectation, verifyPaymentData } from './verify.ts'

const day = { day: '2026-11-23' }
const rsa = rsaKey()
const sm2 = sm2Key({ serial: '03000000000cde6f' })
const stranger = sm2Key({ serial: '77' })

const data: UnsignedPaymentData = {
  sessionID: 'fe2374-8fnejf97-32839218',
  payExchangeInfoHead: {
    guid: '9D55BA71-22DE-41F4-8B50-C36C83B3B530',
    initalRequest: '<xml><total_fee>500</total_fee></xml>',
    initalResponse: '{"code":"10000","msg":"成功\\n"}',
    ebpCode: '4200000001',
    payCode: '4403000002',
    payTransactionId: '2026112322001354081010726129',
    totalAmount: '100.10',
    currency: '142',
    verDept: '2',
    tradingTime: '20261123104803',
  },
  payExchangeInfoLists: [
    {
      orderNo: 'TQ-1',
      goodsInfo: [{ gname: '面膜', itemLink: 'https://shop.example/1?a=1&b=2;https://shop.example/2' }],
      recpAccount: '6217000000000000000',
      recpName: '武汉某某公司',
    },
  ],
  serviceTime: '1795000000000',
}

async function signed(value: UnsignedPaymentData = data, key: TestKey = sm2): Promise<SignedPayment> {
  const outcome = await signPaymentData(value, signerOf(key), day)
  if (!('signed' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.signed
}

const certificates = [rsa.certificate, sm2.certificate]
const trusted: PaymentExpectation['trusted'] = certNo =>
  anyOf(certificates)({ keyName: certNo, certificate: undefined })

const verify = (text: string, more: Partial<PaymentExpectation> = {}) =>
  verifyPaymentData(text, { trusted, ...more }, day)
const codeOf = (text: string, more: Partial<PaymentExpectation> = {}) => {
  const outcome = verify(text, more)
  if ('refusal' in outcome) return outcome.refusal.code
  return 'faults' in outcome ? outcome.faults[0]!.code : undefined
}

describe('the text that is signed', () => {
  test('joins the four members as they are sent, each between quotes', async () => {
    const { signedText } = await signed()
    expect(signedText).toBe(
      [
        '"sessionID":"fe2374-8fnejf97-32839218"',
        '"payExchangeInfoHead":"{"guid":"9D55BA71-22DE-41F4-8B50-C36C83B3B530","initalRequest":"<xml><total_fee>500</total_fee></xml>","initalResponse":"{\\"code\\":\\"10000\\",\\"msg\\":\\"成功\\\\n\\"}","ebpCode":"4200000001","payCode":"4403000002","payTransactionId":"2026112322001354081010726129","totalAmount":100.10,"currency":"142","verDept":"2","payType":"","tradingTime":"20261123104803","note":""}"',
        '"payExchangeInfoLists":"[{"orderNo":"TQ-1","goodsInfo":[{"gname":"面膜","itemLink":"https://shop.example/1?a=1&b=2;https://shop.example/2"}],"recpAccount":"6217000000000000000","recpCode":"","recpName":"武汉某某公司"}]"',
        '"serviceTime":"1795000000000"',
      ].join('||'),
    )
  })

  test('is taken from what came, white space and order of members included', async () => {
    const { payExInfoStr } = await signed()
    const spaced = payExInfoStr.replace('"currency":"142"', '"currency": "142"')
    expect(codeOf(spaced)).toBe('signature.value_wrong')
    const { certNo, signValue, ...rest } = JSON.parse(payExInfoStr)
    // Where certificate and value stand says nothing about what is signed; 100.10 must not become 100.1.
    const moved = payExInfoStr
      .replace(/,"certNo".*}$/, '}')
      .replace('{', `{"signValue":"${signValue}","certNo":"${certNo}",`)
    expect(codeOf(moved)).toBeUndefined()
    expect(codeOf(JSON.stringify({ ...rest, certNo, signValue }))).toBe('signature.value_wrong')
  })
})

describe.each([
  ['SM2', sm2, 64],
  ['RSA', rsa, 256],
] as const)('payment data signed by %s', (_, key, length) => {
  test('come back as they were, with the certificate that signed them', async () => {
    const { payExInfoStr, signValue, certNo } = await signed(data, key)
    expect(Buffer.from(signValue, 'base64').length).toBe(length)
    const outcome = verify(payExInfoStr)
    expect(outcome).toMatchObject({ verified: { certificate: key.certificate } })
    expect('verified' in outcome && outcome.verified.value).toEqual({ ...data, certNo, signValue })
  })

  test.each([
    ['the amount', '100.10', '100.11'],
    ['the session', '32839218', '32839219'],
    ['the goods', '面膜', '面膜2'],
    ['the time', '1795000000000', '1795000000001'],
  ])('are refused when %s was changed', async (__, from, to) => {
    const { payExInfoStr } = await signed(data, key)
    expect(codeOf(payExInfoStr.replace(from, to))).toBe('signature.value_wrong')
  })

  test('are refused with a value cut off', async () => {
    const { payExInfoStr, signValue } = await signed(data, key)
    expect(codeOf(payExInfoStr.replace(signValue, signValue.slice(0, -1)))).toBe('signature.bad_base64')
    expect(codeOf(payExInfoStr.replace(signValue, signValue.slice(0, 40)))).toBe('signature.value_malformed')
  })
})

describe('keys that do not do', () => {
  test('an unknown certificate number, and another key’s under a known one', async () => {
    const theirs = (await signed(data, stranger)).payExInfoStr
    expect(codeOf(theirs)).toBe('signature.key_unknown')
    expect(codeOf(theirs.replace('"certNo":"77"', '"certNo":"03000000000cde6f"'))).toBe(
      'signature.value_wrong',
    )
    expect(codeOf(theirs, { trusted: () => sm2.certificate })).toBe('signature.certificate_differs')
  })

  test('a certificate that is not valid on that day, and a key that is too short', async () => {
    const { payExInfoStr } = await signed(data, rsa)
    expect(codeOf(payExInfoStr, { at: new Date('2050-01-01T00:00:00Z') })).toBe(
      'signature.certificate_not_valid',
    )
    expect(codeOf(payExInfoStr, { minRsaBits: 4096 })).toBe('signature.key_too_short')
  })

  test('a signer without a certificate, and one that signs in a way the counter does not take', async () => {
    const { certificate: _, ...bare } = signerOf(sm2)
    expect(await signPaymentData(data, { ...bare, certificate: undefined }, day)).toMatchObject({
      refusal: { code: 'signature.key_unknown' },
    })
    expect(await signPaymentData(data, signerOf(rsa, 'rsa-sha256'), day)).toMatchObject({
      refusal: { code: 'signature.algorithm_refused' },
    })
  })
})

describe('data that are not sent', () => {
  test.each([
    ['an amount with six decimals', { totalAmount: '1.123456' }, 'message.too_many_decimals'],
    ['a day that is none', { tradingTime: '20260230000000' }, 'message.not_a_date'],
    ['an institution that is none', { verDept: '9' as '3' }, 'message.not_a_choice'],
    ['a request longer than 8,000', { initalRequest: 'x'.repeat(8001) }, 'message.too_long'],
    ['no transaction', { payTransactionId: '' }, 'message.empty'],
    ['a number in lower case', { guid: '9d55ba71-22de-41f4-8b50-c36c83b3b530' }, 'message.bad_format'],
  ])('%s', async (_, change, code) => {
    const value = { ...data, payExchangeInfoHead: { ...data.payExchangeInfoHead, ...change } }
    const outcome = await signPaymentData(value, signerOf(sm2), day)
    expect(outcome).toMatchObject({ faults: [{ code }] })
  })

  test('without any order', async () => {
    const outcome = await signPaymentData({ ...data, payExchangeInfoLists: [] }, signerOf(sm2), day)
    expect(outcome).toMatchObject({
      faults: [{ code: 'message.missing', path: 'payExInfoStr/payExchangeInfoLists' }],
    })
  })
})

describe('texts that are not read', () => {
  test.each([
    ['a name that stands twice', '{"sessionID":"a","sessionID":"b"}', 'json.duplicate_name'],
    ['half a text', '{"sessionID":"a', 'json.not_json'],
    ['more behind the end', '{} {}', 'json.not_json'],
    ['a comma too many', '{"sessionID":"a",}', 'json.not_json'],
    ['a control character', '{"sessionID":"a\nb"}', 'json.not_json'],
    ['half a character', '{"sessionID":"\\ud800"}', 'json.not_well_formed_text'],
    ['brackets without end', '['.repeat(100), 'json.too_deep'],
    ['a text beyond all bounds', ' '.repeat(1024 * 1024 + 1), 'json.too_large'],
    ['a list', '[]', 'message.not_a_group'],
    ['an amount as a text', '{"payExchangeInfoHead":{"totalAmount":"1"}}', 'message.not_a_number'],
    ['a number as a text', '{"sessionID":1}', 'message.not_text'],
    ['a member that no one knows', '{"x":1}', 'message.unknown_element'],
    ['one order without its list', '{"payExchangeInfoLists":{}}', 'message.not_a_list'],
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test('and each says why in both languages', () => {
    expect(jsonFaultText({ code: 'json.not_json', params: { at: 3 }, path: '' })).toEqual({
      zh: '第 3 个字符处不是 JSON。',
      en: 'It is no JSON at character 3.',
    })
    expect(jsonFaultText({ code: 'message.missing', params: {}, path: '' }).zh).toBe('缺少必填项。')
  })
})

describe('request and answers', () => {
  test('the request is read with its time as number or text, and whatever else it carries', () => {
    const value = { orderNo: 'TQ-1', sessionID: 'fe2374', serviceTime: '1533271903898' }
    expect(readPaymentRequest(JSON.stringify({ ...value, more: [] }), day)).toMatchObject({ value })
    expect(
      readPaymentRequest('{"sessionID":"fe2374","orderNo":"TQ-1","serviceTime":1533271903898}', day),
    ).toMatchObject({
      value,
    })
    expect(readPaymentRequest('{"sessionID":"fe2374","serviceTime":1}', day)).toMatchObject({
      faults: [{ code: 'message.missing', path: 'openReq/orderNo' }],
    })
  })

  test('the answer to it is written in the counter’s form', () => {
    expect(writeRequestAnswer({ code: '10000', serviceTime: '1533271903898' }, day)).toEqual({
      text: '{"code":"10000","message":"","serviceTime":1533271903898}',
    })
  })

  test.each([
    ['{"code":"10000","message":"上传成功","total":0,"serviceTime":1542337661665}', 'accepted'],
    ['{"code":"20000","message":"上传失败","total":0,"serviceTime":1542338687081}', 'failed'],
    ['{"code":20004,"message":"加签验签失败"}', 'faulty'],
    ['{"code":"30000"}', 'unknown'],
  ])('%s is %s', (text, outcome) => {
    expect(readUploadAnswer(text, day)).toMatchObject({ outcome })
  })
})
