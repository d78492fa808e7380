/** The chain of what belongs to no workspace: people, roles, tokens. */
export const installationChain = 'installation'
