import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../remote/call.ts'
import type { Queries } from '../remote/calls/index.ts'

export type Figures = Queries['wall.figure.read']['answer']
export type Figure = Figures['figures'][number]
export type Part = Figure['parts'][number]
export type Place = Queries['wall.place.list']['answer']['places'][number]

export const periods = ['day', 'week', 'month', 'year'] as const
export type Period = (typeof periods)[number]

/** Milliseconds between two looks, and how old an answer is that nobody takes for live. */
const EVERY = 5_000
export const STALE = 20_000

/** All figures that the reader may see, asked for together; paused while nobody looks, kept while nobody answers. */
export function useFigures(period: Period) {
  return useQuery<Figures>({
    queryKey: ['wall.figure.read', { period }],
    queryFn: ({ signal }) => ask('wall.figure.read', { period }, signal),
    refetchInterval: EVERY,
    staleTime: EVERY,
    placeholderData: keepPreviousData,
  })
}

export const usePlaces = () =>
  useQuery({
    queryKey: ['wall.place.list', {}],
    queryFn: ({ signal }) => ask('wall.place.list', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
