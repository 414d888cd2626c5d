import { useEffect } from 'react'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

const isInDialog = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('dialog, [role=dialog], [role=menu]') !== null

/** `/` puts the cursor in the page's search, Ctrl-K opens the commands, Esc leaves a field or goes back, `?` shows the keys. */
export function useKeys(openPalette: () => void, openHelp: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        openPalette()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isInDialog(event.target)) return
      if (event.key === '/' && !isTyping(event.target)) {
        const field = document.querySelector<HTMLInputElement>('[data-search]')
        event.preventDefault()
        // A page without a search of its own is searched with everything else.
        if (!field) return openPalette()
        field.focus()
        field.select()
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault()
        openHelp()
      } else if (event.key === 'Escape') {
        if (isTyping(event.target)) (event.target as HTMLElement).blur()
        else [...document.querySelectorAll<HTMLElement>('[data-back]')].at(-1)?.click()
      }
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [openPalette, openHelp])
}
