import { downloadAddress } from '../remote/call.ts'

/** A new tab, opened while the click still counts: browsers stop one that opens by itself. */
export const emptyTab = (): Window | null => window.open('', '_blank')

/** Shows a printed paper in a tab. Files come to be saved, never as pages of ours: so it is shown from memory. */
export async function showPaper(id: string, tab: Window | null): Promise<void> {
  const answer = await fetch(downloadAddress('customs.paper.fetch', { id }))
  if (!answer.ok || !tab) return tab?.close()
  const address = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: 'application/pdf' }))
  tab.location.href = address
}
