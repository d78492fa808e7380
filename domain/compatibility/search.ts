import type { Json } from '../plan/json'
import { type Answer, found, none } from './answer'
import { Branch } from './branch'
import type { Budget } from './budget'
import type { Fact, Literal } from './fact'
import { findList } from './find-list'
import { findNumber } from './find-number'
import { findObject } from './find-object'
import { findString } from './find-string'
import type { Goals } from './goals'
import { holds, type Truth } from './holds'
import { type Kind, kindOf, kinds, type Leaf } from './schema-node'
import type { SchemaReader } from './schema-reader'

type Confirm = (value: Json) => boolean

const deepest = 80

/**
 * Looks for a value that some schemas accept and others refuse, kind by kind, alternative by alternative. `none` is
 * a proof: each way to such a value has been shown to be closed.
 */
export class Search implements Goals {
  private readonly answers = new Map<string, Answer>()
  /** Goals that are being worked on, outermost first. */
  private readonly open = new Map<string, number>()
  /** The outermost open goal that an answer took for impossible. */
  private assumed = Number.POSITIVE_INFINITY
  /** Why nothing could be said, where that happened first. */
  reason: string | undefined

  constructor(
    readonly reader: SchemaReader,
    readonly budget: Budget,
  ) {}

  doubt(reason: string): Answer {
    this.reason ??= reason
    return { is: 'unknown' }
  }

  /** `confirm` has the last word on a value; a value that it refuses leaves the answer open. */
  satisfy(literals: readonly Literal[], confirm?: Confirm): Answer {
    const distinct = [...new Map(literals.map((one) => [`${one.yes}${one.node.id}`, one])).values()].filter(
      ({ node, yes }) => !(yes ? node === this.reader.everything : node === this.reader.nothing),
    )
    if (isContradiction(distinct)) return none
    const [only, second] = distinct
    if (only?.yes && !second && !confirm && only.node.leaf) return this.valueWithin(only, only.node.leaf)
    return this.satisfyAll(distinct, confirm)
  }

  /** The answer and its price are the same whoever asked first, so that no verdict hangs on what was asked before. */
  private valueWithin(literal: Literal, leaf: Leaf): Answer {
    if (leaf.valueWithin) {
      this.budget.spend(leaf.valueWithin.steps)
      return leaf.valueWithin.answer
    }
    const before = this.budget.rest
    const answer = this.satisfyAll([literal])
    if (answer.is !== 'unknown') leaf.valueWithin = { answer, steps: before - this.budget.rest }
    return answer
  }

  private satisfyAll(distinct: readonly Literal[], confirm?: Confirm): Answer {
    const key = distinct
      .map(({ node, yes }) => (yes ? node.id + 1 : -node.id - 1))
      .sort((a, b) => a - b)
      .join()
    const known = this.answers.get(key)
    if (known && !confirm) return known
    const loop = this.open.get(key)
    if (loop !== undefined) {
      // The smallest value for a goal never holds a smaller value for the same goal.
      this.assumed = Math.min(this.assumed, loop)
      return none
    }
    return this.solveOnce(key, distinct, confirm)
  }

  private solveOnce(key: string, literals: readonly Literal[], confirm: Confirm | undefined): Answer {
    const depth = this.open.size
    if (depth > deepest) return this.doubt('very deep nesting')
    this.budget.spend()
    this.open.set(key, depth)
    const outer = this.assumed
    this.assumed = Number.POSITIVE_INFINITY
    const answer = this.solve(literals, confirm)
    this.open.delete(key)
    const leansOnOuter = this.assumed < depth
    if (answer.is === 'found' || !leansOnOuter) this.answers.set(key, answer)
    this.assumed = Math.min(outer, leansOnOuter ? this.assumed : Number.POSITIVE_INFINITY)
    return answer
  }

  private solve(literals: readonly Literal[], confirm: Confirm | undefined): Answer {
    const check = (value: Json): Truth => {
      const truth = this.truthOf(literals, value)
      if (truth === false || !confirm) return truth
      return confirm(value)
    }
    const listed = literals.find(({ node, yes }) => yes && node.values.length > 0)?.node.values[0]
    if (listed) return this.pick(listed, literals, check)
    let worst: Answer = none
    for (const kind of kinds) {
      const branch = Branch.of(kind)
      if (!branch.add(literals)) continue
      const answer = this.explore(branch, literals, check)
      if (answer.is === 'found') return answer
      if (answer.is === 'unknown') worst = answer
    }
    return worst
  }

  private explore(branch: Branch, literals: readonly Literal[], check: (value: Json) => Truth): Answer {
    this.budget.spend()
    const choice = branch.nextChoice(this)
    if (choice === 'none') return none
    if (choice === 'settled') return this.settle(branch.kind, branch.facts, literals, check)
    let worst: Answer = none
    for (const demands of choice) {
      const copy = branch.copy()
      if (!copy.add(demands)) continue
      const answer = this.explore(copy, literals, check)
      if (answer.is === 'found') return answer
      if (answer.is === 'unknown') worst = answer
    }
    return worst
  }

  private settle(
    kind: Kind,
    facts: readonly Fact[],
    literals: readonly Literal[],
    check: (value: Json) => Truth,
  ): Answer {
    const listed = facts.find((fact) => fact.is === 'one-of')
    if (listed?.is === 'one-of')
      return this.pick(
        listed.values.filter((value) => kindOf(value) === kind),
        literals,
        check,
      )
    if (kind === 'null') return this.pick([null], literals, check)
    if (kind === 'boolean') return this.pick([true, false], literals, check)
    if (contradictsOpaque(facts)) return none
    const answer = this.find(kind, facts)
    if (answer.is !== 'found') return answer
    if (check(answer.value) !== false) return answer
    if (kind === 'array' || kind === 'object') {
      const isRefuted = this.truthOf(literals, answer.value) === false
      return this.findLarger(kind, facts, answer.value, isRefuted, check)
    }
    return this.doubt('a value to show')
  }

  /** Another list or object than one that turned out not to do. */
  private findLarger(
    kind: Kind,
    facts: readonly Fact[],
    value: Json,
    isRefuted: boolean,
    check: (value: Json) => Truth,
  ): Answer {
    const least = Object.keys(value as object).length
    for (let size = least + 1; size < least + 6; size += 1) {
      const answer = this.find(kind, [...facts, { is: 'at-least', count: size }])
      // There is one empty list and one empty object; where they are refuted, nothing is left.
      if (answer.is === 'none')
        return size === 1 && isRefuted ? none : this.doubt('a value beside those that are refused')
      if (answer.is === 'found' && check(answer.value) !== false) return answer
    }
    return this.doubt('a value beside those that are listed')
  }

  private find(kind: Kind, facts: readonly Fact[]): Answer {
    if (kind === 'number') return findNumber(facts, this)
    if (kind === 'string') return findString(facts, this)
    return kind === 'array' ? findList(facts, this) : findObject(facts, this)
  }

  /** Some of a few values; each of them has been judged, so that none left is a proof. */
  private pick(values: readonly Json[], literals: readonly Literal[], check: (value: Json) => Truth): Answer {
    let worst: Answer = none
    for (const value of values) {
      this.budget.spend()
      const truth = this.truthOf(literals, value)
      if (truth === false) continue
      if (check(value) === true) return found(value)
      worst = this.doubt(this.opaqueIn(literals) ?? 'a listed value')
    }
    return worst
  }

  private opaqueIn(literals: readonly Literal[]): string | undefined {
    return literals.find(({ node }) => node.opaque !== undefined)?.node.opaque
  }

  private truthOf(literals: readonly Literal[], value: Json): Truth {
    let result: Truth = true
    for (const { node, yes } of literals) {
      const truth = holds(node, value, this.budget)
      if (truth === undefined) result = undefined
      else if (truth !== yes) return false
    }
    return result
  }
}

const isContradiction = (literals: readonly Literal[]): boolean =>
  literals.some(({ node, yes }) => (yes ? !node.possible : false)) ||
  literals.some(({ node, yes }) => yes && literals.some((other) => other.node === node && !other.yes))

const contradictsOpaque = (facts: readonly Fact[]): boolean =>
  facts.some(
    (fact) =>
      fact.is === 'opaque' &&
      fact.yes &&
      facts.some((other) => other.is === 'opaque' && !other.yes && other.text === fact.text),
  )
