import './chart.css'
import { height, type Step, stepPath, width } from './steps.ts'

interface Props {
  steps: readonly Step[]
  /** What it shows, in words. */
  label: string
  /** What is said at its two ends. */
  begin: string
  end: string
  testId?: string
}

/** A small line that stands until the next change: it weighs nothing, and the table below it says the same exactly. */
export function Steps({ steps, label, begin, end, testId }: Props) {
  const { path, nought } = stepPath(steps)
  return (
    <figure data-testid={testId}>
      <svg
        className="steps"
        viewBox={`0 -4 ${width} ${height + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {nought === undefined ? null : <path className="nought" d={`M0 ${nought}H${width}`} />}
        <path d={path} />
      </svg>
      <figcaption className="steps-ends figures" aria-hidden="true">
        <span>{begin}</span>
        <span>{end}</span>
      </figcaption>
    </figure>
  )
}
