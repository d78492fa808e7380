/** Where a request stands in the publish queue. */
export const placeWords = (place: number | null): string =>
  place === null ? 'not yet' : place === 1 ? 'the next one' : `number ${place}`
