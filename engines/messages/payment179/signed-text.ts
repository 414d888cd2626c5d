import type { JsonNode } from '../json/tree.ts'

const signed = ['sessionID', 'payExchangeInfoHead', 'payExchangeInfoLists', 'serviceTime']

/**
 * The text that is signed: the four first-level members joined by `||`, each as `"name":"…"` with the member's own
 * JSON between the quotes just as it is sent, nothing escaped (announcement 2018 no. 179, annex §1.4). The annex prints
 * it without the inner quotes; what the counter accepts has them, which was checked against a real key's signature over
 * data it had accepted. What a backslash inside the original payment texts does is nowhere said: it stays as it is sent.
 * @param node an object that was judged by the schema, so that the four are there
 */
export function signedTextOf(node: JsonNode): string {
  const members = node.kind === 'object' ? node.members : new Map<string, JsonNode>()
  return signed.map(name => `"${name}":"${bareOf(members.get(name))}"`).join('||')
}

/** A member's own text, without the quotes of a string. */
function bareOf(node: JsonNode | undefined): string {
  return node?.kind === 'string' ? node.raw.slice(1, -1) : (node?.raw ?? '')
}
