import { useEffect, useRef } from 'react'
import { useScheme } from '../look/scheme.ts'
import './chart.css'
import { type ChartData, lookOf, optionOf } from './data.ts'

interface Props {
  data: ChartData
  /** What it shows, in words, for whoever does not see it. */
  label: string
  /** Which place is pointed at; undefined: none any more. */
  onPoint?: (at: number | undefined) => void
  onOpen?: (at: number) => void
  /** Colours that a page has chosen for itself; a change of it draws anew. */
  scheme?: string
  testId?: string
}

type Drawn = ReturnType<typeof import('./engine.ts')['init']>

/** A chart on a canvas, in the page's own colours and letters. Beside it the page says the same in words or a table. */
export function Chart({ data, label, onPoint, onOpen, scheme, testId }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn>(undefined)
  const now = useRef({ data, onPoint, onOpen })
  now.current = { data, onPoint, onOpen }
  const pageScheme = useScheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas keeps the colours that it was drawn with.
  useEffect(() => {
    const element = place.current
    if (!element) return
    let isGone = false
    const draw = () => drawn.current?.setOption(optionOf(now.current.data, lookOf(element)), true)
    const sizes = new ResizeObserver(() => {
      drawn.current?.resize()
      draw()
    })
    void import('./engine.ts').then(({ init }) => {
      if (isGone) return
      const chart = init(element, undefined, { renderer: 'canvas' })
      drawn.current = chart
      chart.on('mouseover', ({ dataIndex }) => now.current.onPoint?.(dataIndex))
      chart.on('mouseout', () => now.current.onPoint?.(undefined))
      chart.on('click', ({ dataIndex }) => now.current.onOpen?.(dataIndex))
      draw()
      sizes.observe(element)
    })
    return () => {
      isGone = true
      sizes.disconnect()
      drawn.current?.dispose()
      drawn.current = undefined
    }
  }, [scheme, pageScheme])
  useEffect(() => {
    const element = place.current
    if (element) drawn.current?.setOption(optionOf(data, lookOf(element)))
  }, [data])
  return <div ref={place} className="chart" role="img" aria-label={label} data-testid={testId} />
}
