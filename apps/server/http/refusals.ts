import { refusals } from '@tongqu/kernel/refusal'

/** What the HTTP edge itself refuses. */
export const httpRefusals = refusals({
  'http.malformed': {
    status: 400,
    text: { zh: '无法读懂此请求', en: 'The request cannot be read' },
    remedy: { zh: '按 HTTP/1.1 发送请求', en: 'Send it as HTTP/1.1 says' },
  },
  'http.body_not_json': {
    status: 400,
    text: { zh: '请求正文不是有效的 JSON', en: 'The body of the request is not valid JSON' },
    remedy: { zh: '以 application/json 送上 UTF-8 的 JSON', en: 'Send JSON in UTF-8 as application/json' },
  },
  'http.key_not_valid': {
    status: 400,
    text: {
      zh: '幂等键须为 1 至 {most} 个可见 ASCII 字符',
      en: 'An idempotency key has 1 to {most} visible ASCII characters',
    },
    remedy: { zh: '例如使用一个 UUID', en: 'Use a UUID, for instance' },
  },
  'http.from_elsewhere': {
    status: 403,
    text: { zh: '请求来自其他网站', en: 'The request comes from another site' },
    remedy: { zh: '请在本系统的页面上操作', en: 'Do this on a page of this installation' },
  },
  'http.acting_for_another': {
    status: 409,
    text: {
      zh: '本会话已改为代表另一主体，而此页面是为原主体打开的',
      en: 'The session acts for another party since this page was opened',
    },
    remedy: { zh: '改回原主体，或刷新页面', en: 'Act for the first again, or load the page anew' },
  },
  'http.no_such_address': {
    status: 404,
    text: { zh: '没有此地址：{address}', en: 'There is nothing at {address}' },
    remedy: { zh: '查看 /openapi.json', en: 'See /openapi.json' },
  },
  'http.wrong_method': {
    status: 405,
    text: { zh: '{address} 不接受 {method}', en: '{address} does not take {method}' },
    remedy: { zh: '请用 {allowed}', en: 'Use {allowed}' },
  },
  'http.too_slow': {
    status: 408,
    text: { zh: '请求在 {seconds} 秒内没有送完', en: 'The request did not arrive within {seconds} seconds' },
    remedy: { zh: '请重新发送', en: 'Send it again' },
  },
  'http.body_too_large': {
    status: 413,
    text: { zh: '请求正文超过 {limit} 字节', en: 'The body of the request is larger than {limit} bytes' },
    remedy: { zh: '大的内容请以文件上传', en: 'Upload large content as a file' },
  },
  'http.not_json': {
    status: 415,
    text: { zh: '此操作只接收 JSON', en: 'This takes JSON only' },
    remedy: { zh: '把 Content-Type 设为 application/json', en: 'Set Content-Type to application/json' },
  },
  'http.wrong_host': {
    status: 421,
    text: { zh: '本系统不以“{host}”为名', en: 'This installation does not go by the name {host}' },
    remedy: {
      zh: '请用启动时显示的地址；经反向代理时设 TONGQU_PUBLIC_URL',
      en: 'Use the address shown at its start; behind a reverse proxy set TONGQU_PUBLIC_URL',
    },
  },
  'http.headers_too_large': {
    status: 431,
    text: { zh: '请求头过大', en: 'The header of the request is too large' },
    remedy: { zh: '清除本站的 Cookie 后重试', en: "Remove this site's cookies and try again" },
  },
  'http.stopping': {
    status: 503,
    text: { zh: '系统正在停止', en: 'The installation is stopping' },
    remedy: { zh: '稍后重试', en: 'Try again later' },
  },
})
