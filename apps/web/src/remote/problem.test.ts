import { expect, test } from 'vitest'
import { problemOf } from './problem.ts'

test('a refusal keeps what it says', () => {
  const body = { title: '数量须大于零', code: 'input.not_positive', place: 'Sheet1!C7', remedy: '改正后重交' }
  expect(problemOf(422, body)).toEqual({ ...body, status: 422 })
})

test('an answer that is no problem document still names its status', () => {
  expect(problemOf(502, 'Bad gateway')).toMatchObject({ title: 'HTTP 502', code: 'http.502' })
})
