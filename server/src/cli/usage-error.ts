/** The command line is wrong or cannot be carried out. The message is for the user, and the exit code is 2. */
export class UsageError extends Error {}
