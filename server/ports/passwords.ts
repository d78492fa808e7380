/** How passwords are kept: a slow salted hash, made by the auth library so that it can check them at sign-in. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (hash: string, password: string) => Promise<boolean>
}
