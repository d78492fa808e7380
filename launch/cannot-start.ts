/** Something outside of the program keeps it from starting; the message tells people what to do, one problem a line. */
export class CannotStart extends Error {}
