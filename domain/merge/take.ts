/** What can stand where two sides collide; `both` where they add up. */
export const takes = ['ours', 'theirs', 'both', 'base'] as const

export type Take = (typeof takes)[number]
