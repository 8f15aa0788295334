/**
 * What a client can do beyond LSP, stated in `initializationOptions`; all absent for an editor that knows nothing of us.
 * Nothing of this room is sent to a client that does not ask for it here.
 */
export interface ClientOptions {
  /** Wants `imr/letterChanged`. */
  readonly letterState?: boolean;
  /** Sends `imr/cursorMoved`, so that findings wait until the cursor leaves their sentence. */
  readonly cursor?: boolean;
  /** Runs the commands of `clientCommands`. */
  readonly commands?: boolean;
  /** Opens pages of `pageScheme`, asking `workspace/textDocumentContent` for them; a client that has this by LSP need not say so. */
  readonly pages?: boolean;
  /** Answers `imr/readFile` and `imr/findLetters`, for what the server cannot reach itself. */
  readonly files?: boolean;
  /** Offers by itself the snippets that all forms share. */
  readonly snippets?: boolean;
}
