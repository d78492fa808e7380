/**
 * Whether a stream shows colours: FORCE_COLOR and NO_COLOR first (https://force-color.org, https://no-color.org), then
 * whether a terminal is there that knows them.
 */
export const wantsColour = (
  { isTTY }: { readonly isTTY?: boolean },
  { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.Dict<string>,
): boolean => {
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR) return false
  return isTTY === true && TERM !== 'dumb'
}
