import { refusals } from '@tongqu/kernel/refusal'

/** What the HTTP edge itself refuses. */
export const httpRefusals = refusals({
  'http.no_such_address': {
    status: 404,
    text: { zh: '没有此地址:{address}', en: 'There is nothing at {address}' },
    remedy: { zh: '查看 /openapi.json', en: 'See /openapi.json' },
  },
  'http.body_not_json': {
    status: 400,
    text: { zh: '请求正文不是有效的 JSON', en: 'The body of the request is not valid JSON' },
    remedy: { zh: '以 application/json 送上 UTF-8 的 JSON', en: 'Send JSON in UTF-8 as application/json' },
  },
  'http.body_too_large': {
    status: 413,
    text: { zh: '请求正文超过 {limit} 字节', en: 'The body of the request is larger than {limit} bytes' },
    remedy: { zh: '大的内容请以文件上传', en: 'Upload large content as a file' },
  },
  'http.from_elsewhere': {
    status: 403,
    text: { zh: '请求来自其他网站', en: 'The request comes from another site' },
    remedy: { zh: '请在本系统的页面上操作', en: 'Do this on a page of this installation' },
  },
})
