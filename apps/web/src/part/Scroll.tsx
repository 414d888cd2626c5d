import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A wide thing in a narrow place: it scrolls sideways, and where it does, the keyboard reaches it. */
export function Scroll({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLElement>(null)
  const [isWider, setWider] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setWider(element.scrollWidth > element.clientWidth)
    const watch = new ResizeObserver(look)
    watch.observe(element)
    for (const child of element.children) watch.observe(child)
    return () => watch.disconnect()
  }, [])
  const reach = isWider ? { tabIndex: 0, 'aria-label': label } : {}
  return (
    <section ref={box} className={`scroll-x ${className ?? ''}`} {...reach}>
      {children}
    </section>
  )
}
