/**
 * Does work on what comes, several pieces at once, and gives the results in the order of what came, each as soon as it
 * and all before it are there. Takes no more than `most` ahead of what is asked for. An error of the source comes
 * after the results of what came before it.
 */
export async function* inOrder<T, U>(
  source: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const iterator = source[Symbol.asyncIterator]()
  const running: Promise<U>[] = []
  let coming: Promise<IteratorResult<T>> | null = null
  let isOver = false
  let problem: { readonly error: unknown } | undefined
  const take = async (next: Promise<IteratorResult<T>>) => {
    try {
      const { done, value } = await next
      if (done) isOver = true
      else running.push(work(value))
    } catch (error) {
      isOver = true
      problem = { error }
    }
    coming = null
  }
  try {
    while (!isOver || running.length > 0) {
      if (!isOver && coming === null && running.length < most) coming = iterator.next()
      const [first] = running
      const isNext = await Promise.race([
        ...(first ? [first.then(() => false)] : []),
        ...(coming ? [coming.then(yes, yes)] : []),
      ])
      if (isNext && coming) await take(coming)
      else if (first) {
        running.shift()
        yield await first
      }
    }
  } finally {
    // Not waited for: a source that waits for more never ends.
    void iterator.return?.(undefined)
  }
  if (problem) throw problem.error
}

const yes = () => true
