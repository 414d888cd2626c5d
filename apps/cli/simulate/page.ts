import type { Text } from '@tongqu/kernel/text'

/** What `./tongqu simulate customs --help` says. */
export const page: Text = {
  zh: `
  模拟的海关柜台：收 DXP 信封内的跨境电商报文（CEB）、报关单与核注清单，按字段表核对格式、签名与业务规则，
  再按情景的比例回执。与产品不共用任何编解码。详见 docs/simulator.md。

  通道（可同用；都不写时用 data/simulated-customs/in 与 out）
    --folder DIR          产品的投递文件夹：取走 DIR/out 里的信封，回执写入 DIR/in
    --in DIR --out DIR    或分别指定：取走 in 里的信封，回执写入 out（先写 .part，写完改名）
    --http PORT           POST /dxp 收信封；GET /receipts?for=DXPID&after=N 取回执；GET /status 看计数
    --host HOST           监听地址，默认 127.0.0.1
    --callback URL        回执改为逐份 POST 到此网址，直到它答 2xx；--token TEXT 作为 Bearer 出示
    --receipts N          同时发出的同类回执并入一份报文，至多 N 条（1 至 100，默认 1）
  情景
    --scenario NAME|FILE  ordinary（默认）、calm、rough、copies、silent，或自己的 YAML/JSON 文件
    --share 类.走向=权重  改一个走向的权重，可多次：--share list.rejected=500
    --seed TEXT           种子；同种子、同输入，回执相同
    --signature HOW       required（默认）须有且有效；present 只要有；ignored 不看
    --key FILE            公钥（PEM），用来验没有附证书的签名，可多次
    --sign                回执以柜台自己的密钥签名；证书在 --state 的 signing-certificate.pem
  时间
    --faster N            等待缩短为 1/N
    --clock INSTANT       时钟停在此刻，有事才走到下一件事：回执逐字节可重现
    --once                收完、答完即结束
  其他
    --state DIR           柜台自己的记忆，默认 data/simulated-customs；被杀后从此处继续
`,
  en: `
  The customs counter, simulated: takes cross-border messages (CEB), declarations and bonded lists in DXP envelopes,
  checks form, signature and business rules by the field tables, and answers in a scenario's proportions. It shares
  no codec with the product. See docs/simulator.md.

  Channels (may go together; without any: data/simulated-customs/in and out)
    --folder DIR          the product's drop folder: takes envelopes from DIR/out, writes receipts to DIR/in
    --in DIR --out DIR    or each by itself: takes the envelopes in "in", writes receipts to "out" (.part, then renamed)
    --http PORT           POST /dxp takes an envelope; GET /receipts?for=DXPID&after=N; GET /status counts
    --host HOST           address to listen on, 127.0.0.1 if left out
    --callback URL        receipts are posted there one by one until it answers 2xx; --token TEXT is shown as Bearer
    --receipts N          receipts of a kind that leave together share a message, up to N (1 to 100, default 1)
  Scenario
    --scenario NAME|FILE  ordinary (default), calm, rough, copies, silent, or a YAML/JSON file of one's own
    --share F.COURSE=N    weight of one course, may be repeated: --share list.rejected=500
    --seed TEXT           the same seed and input give the same receipts
    --signature HOW       required (default): there and valid; present: there; ignored
    --key FILE            public key (PEM) for signatures that carry no certificate, may be repeated
    --sign                receipts are signed with a key of its own; its certificate: signing-certificate.pem in --state
  Time
    --faster N            waits are divided by N
    --clock INSTANT       the clock stands and goes from one happening to the next: receipts are repeated to the byte
    --once                ends when all is taken and answered
  Else
    --state DIR           the counter's own memory, data/simulated-customs if left out; after a kill it goes on from it
`,
}
