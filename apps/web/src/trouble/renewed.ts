/** The router's note of a program that was not there any more, for which it loaded the page anew. */
const RELOADED = 'tanstack_router_reload:'
const TOLD = 'tongqu.renewed'

/** Whether the page was loaded anew because of a new version, and that was not said yet. */
export function isRenewed(): boolean {
  const notes = Object.keys(sessionStorage).filter(key => key.startsWith(RELOADED)).length
  const told = Number(sessionStorage.getItem(TOLD) ?? 0)
  if (notes > told) sessionStorage.setItem(TOLD, String(notes))
  return notes > told
}
