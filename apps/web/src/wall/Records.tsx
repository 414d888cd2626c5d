import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface Props {
  to: string
  className?: string
  title?: string
  testId?: string
  children: ReactNode
}

/** What opens the records behind a number, at the address that came with it; new windows work as with any link. */
export function Records({ to, className, title, testId, children }: Props) {
  const open = useOpen()
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    open(to)
  }
  return (
    <a href={to} onClick={press} className={className} title={title} data-testid={testId}>
      {children}
    </a>
  )
}

/** Goes to an address of the console. */
export function useOpen(): (to: string) => void {
  const router = useRouter()
  return to => router.history.push(to)
}
