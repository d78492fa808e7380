import { compareVersions } from 'compare-versions'

/** What stores and tools write: `4.2`, `v4.2.0-beta.1`, `10.1.8.4`, `4.2.0 (1234)`, `4.2.0+1234`. */
const form =
  /^v?(\d+(?:\.\d+){0,3}(?:-[\da-z-]+(?:\.[\da-z-]+)*)?)(?:\s*\((\d+)\)|\+(\d+))?(?:\+[\da-z.-]+)?$/i

type Parts = { readonly release: string; readonly build: number }

const partsOf = (version: string): Parts | null => {
  const found = form.exec(version.trim())
  if (found?.[1] === undefined) return null
  const [number = '', ...beta] = found[1].split('-')
  // The library takes a beta only after three numbers.
  const numbers = beta.length > 0 ? [...number.split('.'), '0', '0'].slice(0, 3).join('.') : number
  return { release: [numbers, ...beta].join('-'), build: Number(found[2] ?? found[3] ?? 0) }
}

/** Whether a version can be put in order with others. */
export const isOrderable = (version: string): boolean => partsOf(version) !== null

/**
 * Less than 0 when `left` is older, 0 when both are the same release, more than 0 when it is newer; null when one of
 * them is no version that can be put in order. The number of a build decides between equal releases.
 */
export const compareAppVersions = (left: string, right: string): number | null => {
  const [before, after] = [partsOf(left), partsOf(right)]
  if (before === null || after === null) return null
  return compareVersions(before.release, after.release) || Math.sign(before.build - after.build)
}
