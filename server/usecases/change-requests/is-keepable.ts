/** Not what Postgres would refuse (U+0000), or UTF-8 would silently replace. */
export const isKeepable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text)
