/** The command line cannot be understood or carried out: its message is for the user, the exit code is 2. */
export class UsageError extends Error {}
