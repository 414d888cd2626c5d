export type {
  AskFigure,
  Figure,
  FigureAnswer,
  FigureChart,
  FigureKeys,
  FigurePart,
  FigureSeries,
  FigureUnit,
} from './figure.ts'
export { type Period, type PeriodName, periodAt } from './period.ts'
