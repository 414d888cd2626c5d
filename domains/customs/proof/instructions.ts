import { SIGNER_ID } from '@tongqu/kernel/audit'

/*
 * What a proof says to whoever checks it. The commands are lines that begin with four spaces, in blocks of which each ends
 * by printing OK and a number; a block that does not has found something. They are the same in every proof: what they go
 * through stands in lists beside the files.
 */

const SM2 = `-pubin -rawin -digest sm3 -pkeyopt distid:${SIGNER_ID}`

interface Step {
  readonly zh: string
  readonly en: string
  readonly commands: string
}

const sm3Of = (file: string) => `openssl dgst -sm3 -r "${file}" | cut -d' ' -f1`

const STEPS: readonly Step[] = [
  {
    zh: '整份证明由出具方签名：digests.sm3 列出每个文件的 SM3，签名在 digests.der，公钥在 keys/installation.pem。请把公钥与出具方另行公布的核对。',
    en: 'The whole is signed by whoever made it: digests.sm3 lists the SM3 of every file, digests.der is its signature, keys/installation.pem the public key. Hold the key against the one that its owner publishes elsewhere.',
    commands: `openssl pkeyutl -verify -inkey keys/installation.pem ${SM2} -in digests.sm3 -sigfile digests.der`,
  },
  {
    zh: '每个文件都在，且一字未改：重算全部 SM3，与清单比较；SHA-256 清单同此（没有 sha256sum 时可用 openssl dgst -sha256）。',
    en: 'Every file is there and unchanged: all SM3 digests, made again, are the list. The same by SHA-256 (openssl dgst -sha256 does where there is no sha256sum).',
    commands: `cut -c67- digests.sm3 | while read -r f; do openssl dgst -sm3 -r "$f"; done | sed 's/ \\*/  /' | cmp - digests.sm3 &&
sha256sum -c --quiet digests.sha256`,
  },
  {
    zh: '审计区块：每个区块由同一密钥签名，并写明该密钥的编号（公钥点 SM3 的前十六位）；区块正文的 SM3 就是根，写在锚定行里。锚定行请与保存在别处的锚定文件核对；区块第三行是前一区块的根，区块由此成链。',
    en: 'Blocks of the audit: each is signed by that key and names it (the first sixteen digits of the SM3 of its point); the SM3 of a block is its root, which stands in the anchored lines. Hold these against a copy of the anchor file kept elsewhere. The third line of a block is the root of the one before it, so that blocks are a chain.',
    commands: `k=$(openssl pkey -pubin -in keys/installation.pem -outform DER | tail -c 65 | openssl dgst -sm3 -r | cut -c1-16)
while read -r n b; do
  openssl pkeyutl -verify -inkey keys/installation.pem ${SM2} -in "$b.txt" -sigfile "$b.der" >/dev/null &&
  grep -q "^tongqu audit block $n$" "$b.txt" && grep -q "^sealed .* with $k$" "$b.txt" &&
  grep -q "^$n [0-9]* $(${sm3Of('$b.txt')}) " audit/anchors.txt || exit 1
done < audit/blocks.txt`,
  },
  {
    zh: '事件：每个事件正文的 SM3 是其区块中的一行。',
    en: 'Events: the SM3 of each is a line of its block.',
    commands: `while read -r e b; do grep -qx "$(${sm3Of('$e')})" "$b" || exit 1; done < audit/events-in-blocks.txt`,
  },
  {
    zh: '报文与单据：发出或收到时的摘要写在封存的事件里；未附正文的，清单中的摘要即事件中的摘要，日后拿到正文可同样核对。',
    en: 'Messages and papers: the digest that each had when it went, came or was attached stands in a sealed event. Of what is withheld the listed digest is the one in the event; its bytes can be held against it whenever they are shown.',
    commands: `while read -r d f e; do
  grep -q "$d" "$e" || exit 1
  if [ -f "$f" ]; then [ "$(${sm3Of('$f')})" = "$d" ] || exit 1; else grep -q "\\"$f\\"" withheld.json || exit 1; fi
done < sealed-files.txt`,
  },
  {
    zh: '规则：规则文本的 SM3 就是方案所依据的规则摘要；方案完成的事件里也有它。',
    en: 'Rules: the SM3 of their text is the digest that the plan was decided by; the event of the plan names it too.',
    commands: `while read -r d f e; do
  [ "sm3:$(${sm3Of('$f')})" = "$d" ] || exit 1
  [ "$e" = - ] || grep -q "$d" "$e" || exit 1
done < rules/digests.txt`,
  },
  {
    zh: '报文签名：签名值是对 SignedInfo 规范形（*.signed-info.xml）作的，单一窗口报关单则直接对去掉 Sign 元素的报文（*.content.xml）作；RSA 的为签名值本身，SM2 的 r‖s 已写成 OpenSSL 所读的 DER。部分系统默认不收 SHA-1 签名，须在 OpenSSL 设置中允许。',
    en: 'Signatures of messages: the value is over SignedInfo in canonical form (*.signed-info.xml), in declarations of the single window over the message without its element Sign (*.content.xml). Of RSA it is as in the message; r‖s of SM2 is written as the DER that OpenSSL reads. Some systems refuse signatures with SHA-1 until OpenSSL’s settings allow them.',
    commands: `while read -r f v d k; do openssl dgst "-$d" -verify "$k" -signature "$v" "$f" >/dev/null || exit 1; done < messages/signed-rsa.txt &&
while read -r f v k; do openssl pkeyutl -verify -inkey "$k" ${SM2} -in "$f" -sigfile "$v" >/dev/null || exit 1; done < messages/signed-sm2.txt`,
  },
  {
    zh: '被签的内容：正文规范形（*.content.xml）的摘要就是 SignedInfo 里的 DigestValue。',
    en: 'What was signed: the digest of the content in canonical form (*.content.xml) is the DigestValue in SignedInfo.',
    commands: `while read -r m d; do grep -qF ">$(openssl dgst "-$d" -binary "$m.content.xml" | openssl base64 -A)<" "$m.signed-info.xml" || exit 1; done < messages/contents.txt`,
  },
  {
    zh: '与 XML 的关系：信封 Data 的 base64 就是报文；报文去掉 XML 声明与 ds:Signature 元素（单一窗口报关单去掉 Sign 元素），逐字节就是被签的内容。SignedInfo 的规范形比报文中多出从根元素继承的命名空间声明，其余相同。',
    en: 'How these relate to the XML: Data of the envelope is the message in base64; the message without its XML declaration and its ds:Signature element (at the single window without its element Sign) is, byte for byte, the content that was signed. SignedInfo in canonical form is as in the message but for the namespaces that it inherits from the root.',
    commands: `while read -r m; do tr -d '\\r\\n' < "$m.envelope.xml" | sed 's/.*<Data>\\([^<]*\\)<.*/\\1/' | tr -d '\\n' | openssl base64 -d -A | cmp - "$m.message.xml" || exit 1; done < messages/envelopes.txt &&
while read -r m a n z; do { tail -c "+$a" "$m.message.xml" | head -c "$n"; tail -c "+$z" "$m.message.xml"; } | cmp - "$m.content.xml" || exit 1; done < messages/pieces.txt`,
  },
  {
    zh: '签名证书：证书里的公钥就是上面所用的公钥。证书由谁签发、是否可信，由核对者判断：openssl x509 -in keys/message-1.crt -noout -text',
    en: 'Certificates: the public key in each is the one used above. Who issued it, and whether to believe them, is for you to judge: openssl x509 -in keys/message-1.crt -noout -text',
    commands: `for c in keys/*.crt; do [ -e "$c" ] || continue; openssl x509 -in "$c" -pubkey -noout | cmp - "\${c%.crt}.pem" || exit 1; done`,
  },
]

const FILES: readonly (readonly [name: string, zh: string, en: string])[] = [
  ['declaration.json', '申报及其各单证的状态', 'the declaration, with the state of each of its records'],
  ['receipts.json', '回执与其先后效力的结论', 'receipts, and which of them stands'],
  ['decisions.json', '人所作的操作', 'what people did'],
  [
    'orders/',
    '规划时的订单：原文件的 SM3、行的位置、判定及理由',
    'orders as planned: the book’s SM3, places of their rows, the decision with its reasons',
  ],
  [
    'records/',
    '单证内容；证件号码以带密钥的杂凑代替',
    'content of the records; identity numbers by their keyed hash',
  ],
  ['rules/', '所依据的规则全文及出处', 'the text of the rules, dated, with sources'],
  ['messages/', '往来报文', 'messages out and in'],
  ['documents/', '随附单据', 'papers attached'],
  ['ledger/', '账册与担保的变动', 'movements in the ledger'],
  ['audit/', '封存的事件与区块', 'sealed events and their blocks'],
  ['withheld.json', '未附正文的文件：摘要与原因', 'what is proven and not shown: digests and reasons'],
]

/** @param has whether a file, or one in a folder, is in this proof */
export function instructions(number: string, isFull: boolean, has: (name: string) => boolean): Buffer {
  const files = FILES.filter(([name]) => has(name))
  const part = (language: 'zh' | 'en') =>
    files.map(([name, zh, en]) => `  ${name.padEnd(18)} ${language === 'zh' ? zh : en}`).join('\n')
  const steps = STEPS.map(
    ({ zh, en, commands }, n) =>
      `${n + 1}. ${zh}\n   ${en}\n\n${indented(`(\n${commands}\n) && echo "OK ${n + 1}" || echo "FAILED ${n + 1}"`)}\n`,
  )
  return Buffer.from(
    `申报 ${number} 的证明${isFull ? '（全文）' : ''}\nProof of the declaration ${number}${isFull ? ' (in full)' : ''}

不用本系统的任何软件即可核对：需要 OpenSSL 3（openssl version；须支持 SM3、SM2）和 POSIX shell。
在解开的文件夹里依次执行缩进的命令；每段应以 OK 加序号结束，出现 FAILED 即有不符。
Nothing of ours is needed to check it: OpenSSL 3 (openssl version; with SM3 and SM2) and a POSIX shell are enough.
In the unpacked folder run the indented commands one after another; each block must end with OK and its number, and
FAILED says that something does not fit.

${part('zh')}

${part('en')}

${steps.join('\n')}
${REDACTED}
`,
    'utf8',
  )
}

const indented = (text: string) =>
  text
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n')

const REDACTED = `未附正文的报文（见 withheld.json）：其签名、SignedInfo 与事件中的摘要都在，因此“何时、由谁签发、内容摘要为何”已得证明，
只是看不到内容。各单证的内容见 records/，由本系统陈述，证件号码以杂凑代替；它与被签内容是否一致，须取得正文后核对。
Messages that are withheld (withheld.json): their signature, SignedInfo and the digest in the sealed event are here, so
that who signed, what digest and when is proven, and only the content is not seen. What the records say is in records/,
as this installation states it, identity numbers by a hash; whether that is what was signed shows when the bytes are.`
