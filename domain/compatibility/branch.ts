import { clausesOf } from './clauses'
import { type Alternatives, type Demand, type Fact, isLiteral, type Literal } from './fact'
import { foresee } from './foresee'
import type { Goals } from './goals'
import type { Kind } from './schema-node'

/** Few alternatives first, and before all others those that bring in a whole schema: they settle the most. */
const weight = (choice: Alternatives): number => {
  if (choice.length < 2) return choice.length
  const bringsSchemas = choice.every((demands) => demands.some((one) => isLiteral(one) && one.yes))
  return bringsSchemas ? choice.length : 10_000 + choice.length
}

const signed = ({ node, yes }: Literal): number => (yes ? node.id + 1 : -node.id - 1)

/**
 * What is demanded of a value of one kind: facts that all hold, and choices of which one alternative each must hold.
 * A demand that contradicts what is there already closes the branch.
 */
export class Branch {
  private constructor(
    readonly kind: Kind,
    private readonly seen: Set<number>,
    readonly facts: Fact[],
    private choices: Alternatives[],
  ) {}

  static of(kind: Kind): Branch {
    return new Branch(kind, new Set(), [], [])
  }

  copy(): Branch {
    return new Branch(this.kind, new Set(this.seen), [...this.facts], [...this.choices])
  }

  /** False when it cannot be. */
  add(demands: readonly Demand[]): boolean {
    return demands.every((demand) => (isLiteral(demand) ? this.addLiteral(demand) : this.addFact(demand)))
  }

  /**
   * The choice with the fewest alternatives left, after those with one alternative have been made. `none` when a
   * choice has none, `settled` when no choice is left.
   */
  nextChoice(goals: Goals): Alternatives | 'none' | 'settled' {
    for (;;) {
      // A single choice is tried out at least as fast as it is foreseen.
      const ahead = this.kind === 'object' && this.choices.length > 1 ? foresee(this.facts, goals) : undefined
      if (ahead?.isDead) return 'none'
      const open = this.choices
        .filter(
          (choice) =>
            !choice.some((demands) => demands.every((demand) => this.isMet(demand) || ahead?.isMet(demand))),
        )
        .map((choice) =>
          choice.filter(
            (demands) => !demands.some((demand) => this.isRefuted(demand) || ahead?.isRefuted(demand)),
          ),
        )
      if (open.length === 0) return 'settled'
      const smallest = open.reduce((a, b) => (weight(b) < weight(a) ? b : a))
      this.choices = open.filter((choice) => choice !== smallest)
      const [only, second] = smallest
      if (!only) return 'none'
      if (second) return smallest
      if (!this.add(only)) return 'none'
    }
  }

  private addFact(fact: Fact): boolean {
    this.facts.push(fact)
    return true
  }

  private addLiteral(literal: Literal): boolean {
    if (this.seen.has(-signed(literal))) return false
    if (this.seen.has(signed(literal))) return true
    this.seen.add(signed(literal))
    const clauses = clausesOf(literal.node, this.kind)
    if (literal.yes) return clauses.every(({ accepts }) => this.addAlternatives(accepts))
    return this.addAlternatives(clauses.flatMap(({ refuses }) => refuses))
  }

  private addAlternatives(alternatives: Alternatives): boolean {
    const [first, second] = alternatives
    if (!first) return false
    if (!second) return this.add(first)
    if (!alternatives.some((demands) => demands.length === 0)) this.choices.push(alternatives)
    return true
  }

  private isMet(demand: Demand): boolean {
    return isLiteral(demand) ? this.seen.has(signed(demand)) : false
  }

  private isRefuted(demand: Demand): boolean {
    if (isLiteral(demand)) return this.seen.has(-signed(demand))
    if (demand.is !== 'has' || !demand.value || demand.value.yes) return false
    // Most properties of a changed event are the same on both sides; this settles them without a search.
    const { name, value } = demand
    return this.facts.some((fact) => fact.is === 'shape' && fact.limits.properties.get(name) === value.node)
  }
}
