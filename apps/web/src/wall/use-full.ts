import { useEffect, useState } from 'react'

/** Whether the page fills the screen, and the way to change it; no way where the browser has none, as on some phones. */
export function useFull(): { isFull: boolean; turn: (() => void) | undefined } {
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  const turn = () =>
    void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {
      // The browser says no, as in a frame: the page stays as it is.
    })
  return { isFull, turn: document.fullscreenEnabled ? turn : undefined }
}
