/** The place as people say it: `properties, products, *, sku` becomes `products[].sku`; empty for the call as a whole. */
export const placeWords = (pointer: string): string => {
  const [first = '', ...rest] = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const parts = first === 'properties' || first === 'traits' ? rest : [first, ...rest]
  return parts
    .filter((part) => part !== '')
    .reduce((said, part) => (part === '*' ? `${said}[]` : said === '' ? part : `${said}.${part}`), '')
}
