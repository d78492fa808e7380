/** A function that judges one item after another. Items and answers are data that can be sent to a thread. */
export type Job<Item, Answer> = (item: Item) => Answer
