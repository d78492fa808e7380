import { describe, expect, test } from 'vitest'
import { aRule } from '../a-rule.cases'
import type { Json } from '../json'
import { offeredRepairs, withChosenRepairs } from './offered-repairs'

const rule = (properties: Json) => aRule('A', JSON.stringify({ properties }))
const defective = rule({ total: { type: 'any', id: 'x' }, count: { type: 'Int' }, name: { required: true } })

describe('offeredRepairs', () => {
  test('offers every repair by itself, and what it makes of the rule', () => {
    const { repairs, left } = offeredRepairs(defective)
    expect(
      repairs.map(({ defect, certainty, alone }) => [defect.pointer, certainty, alone.jsonSchema]),
    ).toEqual([
      [
        '/properties/total/type',
        'certain',
        { properties: { total: { id: 'x' }, count: { type: 'Int' }, name: { required: true } } },
      ],
      [
        '/properties/count/type',
        'guess',
        {
          properties: {
            total: { type: 'any', id: 'x' },
            count: { type: 'integer' },
            name: { required: true },
          },
        },
      ],
      [
        '/properties/name/required',
        'certain',
        {
          properties: { total: { type: 'any', id: 'x' }, count: { type: 'Int' }, name: {} },
          required: ['name'],
        },
      ],
    ])
    expect(left).toEqual([])
  })

  test('leaves alone what every validator passes over', () => {
    expect(offeredRepairs(rule({ total: { id: 'x' } }))).toEqual({ repairs: [], left: [] })
  })
})

describe('withChosenRepairs', () => {
  test('makes the certain ones, and the guesses that were chosen', () => {
    const certain = { total: { id: 'x' }, count: { type: 'Int' }, name: {} }
    expect(withChosenRepairs(defective, new Set()).rule.jsonSchema).toEqual({
      properties: certain,
      required: ['name'],
    })
    expect(withChosenRepairs(defective, new Set(['/properties/count/type'])).rule.jsonSchema).toEqual({
      properties: { ...certain, count: { type: 'integer' } },
      required: ['name'],
    })
  })
})
