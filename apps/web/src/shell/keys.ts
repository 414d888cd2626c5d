import { useEffect } from 'react'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

const isInDialog = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('dialog, [role=dialog], [role=menu]') !== null

/** `/` puts the cursor in the page's search, Ctrl-K opens the commands, Esc leaves a field or goes back. */
export function useKeys(openPalette: () => void): void {
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
        if (!field) return
        event.preventDefault()
        field.focus()
        field.select()
      } else if (event.key === 'Escape') {
        if (isTyping(event.target)) (event.target as HTMLElement).blur()
        else [...document.querySelectorAll<HTMLElement>('[data-back]')].at(-1)?.click()
      }
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [openPalette])
}
