const steepness = 1.05

/** How often the first, second, third … of `count` things occurs: few things make up most of the traffic. */
export const zipfWeights = (count: number): number[] =>
  Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** steepness)
