export class BudgetSpent extends Error {}

/** Counts steps instead of time, so that the same question always gets the same answer. */
export class Budget {
  constructor(private left: number) {}

  get rest(): number {
    return this.left
  }

  /** Throws `BudgetSpent` when nothing is left. */
  spend(steps = 1): void {
    this.left -= steps
    if (this.left < 0) throw new BudgetSpent('The question takes more steps than are allowed.')
  }
}
