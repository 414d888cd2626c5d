/** Values side by side, drawn; what is exact stands in a table beside it. */
export interface ChartSeries {
  readonly name: string
  /** For lengths only: amounts are rounded to what a picture shows. */
  readonly values: readonly number[]
}

export interface ChartData {
  /** `steps`: a line that stands until the next value. */
  readonly kind: 'columns' | 'steps'
  readonly labels: readonly string[]
  /** One or two; the second is drawn hollow, so that they differ without colours too. */
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
export function optionOf({ kind, labels, series, short }: ChartData, look: ChartLook) {
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
      boundaryGap: kind === 'columns',
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      // A balance far from nothing is not pressed flat against its axis.
      scale: kind === 'steps',
      splitNumber: 3,
      minInterval: kind === 'columns' ? 1 : 0,
      axisLabel: { ...text, formatter: short },
      splitLine: { lineStyle: { color: line } },
    },
    series: series.map(({ name, values }, n) =>
      kind === 'columns'
        ? { type: 'bar', name, data: [...values], itemStyle: fill(n), barGap: '10%', barCategoryGap: '25%' }
        : {
            type: 'line',
            name,
            data: [...values],
            step: 'end',
            showSymbol: values.length < 3,
            lineStyle: { color: first, width: 2 },
            itemStyle: { color: first },
          },
    ),
  }
}
