/** Values side by side, drawn; what is exact stands in a table beside it. */
export interface ChartSeries {
  readonly name: string
  /** For lengths only: amounts are rounded to what a picture shows. */
  readonly values: readonly number[]
}

export interface ChartData {
  readonly labels: readonly string[]
  /** One or two; the second hangs below the axis and is hollow, so that they differ without colours too. */
  readonly series: readonly ChartSeries[]
  /** A value at the axis: "1.2 万". */
  readonly short: (value: number) => string
}

/** What a chart takes from the page: its colours and the size of its letters. */
export interface ChartLook {
  readonly ink: string
  readonly line: string
  readonly first: string
  readonly second: string
  readonly ground: string
  readonly family: string
  /** Pixels. */
  readonly letter: number
  readonly isCalm: boolean
}

/** The look as the page has it where the chart stands. */
export function lookOf(element: Element): ChartLook {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: colour('ink-2'),
    line: colour('line'),
    first: colour('accent'),
    second: colour('ink-3'),
    ground: colour('paper'),
    family: style.fontFamily,
    letter: Number.parseFloat(style.fontSize),
    isCalm: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}

/** What ECharts is told to draw. */
export function optionOf({ labels, series, short }: ChartData, look: ChartLook) {
  const { ink, line, first, second, ground, letter } = look
  const fill = (n: number) =>
    n === 0 ? { color: first } : { color: ground, borderColor: second, borderWidth: 1 }
  const text = { color: ink, fontSize: letter, fontFamily: look.family }
  return {
    animation: !look.isCalm,
    animationDuration: 400,
    grid: {
      left: letter * 0.4,
      right: letter * 0.8,
      top: letter * 0.7,
      bottom: 0,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      minInterval: 1,
      axisLabel: { ...text, formatter: (value: number) => short(Math.abs(value)) },
      splitLine: { lineStyle: { color: line } },
    },
    series: series.map(({ name, values }, n) => ({
      type: 'bar',
      name,
      data: n === 0 ? [...values] : values.map(value => -value),
      itemStyle: fill(n),
      barGap: '-100%',
      barCategoryGap: '25%',
    })),
  }
}
