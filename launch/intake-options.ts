/**
 * Options of Node for the intake. What a delivery needs lives until its commit, some 50 ms; with the usual 16 MB for what
 * is young, half of it is copied before.
 */
export const intakeOptions = ['--max-semi-space-size=64']
